/**
 * The autograder: exercises with their tests, the execution of a notebook in a process of its own, and the results.
 */
package org.tinybabel.grader;
