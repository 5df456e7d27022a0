/**
 * What an author of exercises uses: a contract marked {@link org.tinybabel.grader.api.Exercise}, and JUnit classes marked
 * {@link org.tinybabel.grader.api.TestsOf} whose methods take the contract as a parameter.
 */
package org.tinybabel.grader.api;
