/** From a few measurements to what they say: intervals, correlations, regressions and fitted laws. */
package org.tinybabel.lab.stats;
