/** Measures kernels side by side, through Jupyter's protocol only. */
package org.tinybabel.cli.bench;
