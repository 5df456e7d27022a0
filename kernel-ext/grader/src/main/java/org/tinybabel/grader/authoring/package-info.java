/** From the master notebook to the student's, and the proof that an exercise's tests do what they should. */
package org.tinybabel.grader.authoring;
