/** What can be read from a model's activations. */
package org.tinybabel.lab.probes;
