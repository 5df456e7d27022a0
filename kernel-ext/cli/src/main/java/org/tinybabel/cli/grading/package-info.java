/** Grading many submissions: worker processes that compile and test, and what watches over them. */
package org.tinybabel.cli.grading;
