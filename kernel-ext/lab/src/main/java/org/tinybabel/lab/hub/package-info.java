/** From the tags of a public hub of datasets to tables of counts: parsing, counting, and counting anew on the live hub. */
package org.tinybabel.lab.hub;
