/** Measures of models, masks and activations. */
package org.tinybabel.lab.metrics;
