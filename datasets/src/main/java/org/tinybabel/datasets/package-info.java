/** The tables that the kit ships. */
package org.tinybabel.datasets;
