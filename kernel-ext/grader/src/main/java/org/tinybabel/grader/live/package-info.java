/** Checks of the running notebook: visible tests against the methods that it declares at this moment. */
package org.tinybabel.grader.live;
