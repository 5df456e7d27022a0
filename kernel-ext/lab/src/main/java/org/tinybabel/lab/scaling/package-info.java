/** Many sizes, training lengths and language mixtures: the runs that a scaling law is fitted to. */
package org.tinybabel.lab.scaling;
