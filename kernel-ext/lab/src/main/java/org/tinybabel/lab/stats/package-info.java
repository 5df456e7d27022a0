/** From a few measurements to what they say: intervals and correlations. */
package org.tinybabel.lab.stats;
