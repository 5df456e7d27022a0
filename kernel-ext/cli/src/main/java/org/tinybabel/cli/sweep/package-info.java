/** Sweeps: grids of models too large for a notebook, trained in units that can be spread over machines and merged. */
package org.tinybabel.cli.sweep;
