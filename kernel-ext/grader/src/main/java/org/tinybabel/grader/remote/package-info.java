/**
 * The seam between trusted tests and untrusted execution: a process for one student's code, a JShell execution control that
 * runs there, and the typed JSON that crosses between.
 */
package org.tinybabel.grader.remote;
