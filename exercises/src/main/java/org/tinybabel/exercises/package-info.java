/** One contract for each paper, with the tests that students may see and run. */
package org.tinybabel.exercises;
