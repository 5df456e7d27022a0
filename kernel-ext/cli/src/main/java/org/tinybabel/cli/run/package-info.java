/** Executing notebooks without a browser and without Python. */
package org.tinybabel.cli.run;
