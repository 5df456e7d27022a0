/** What teachers and students read: the gradebook and one feedback page for each student. */
package org.tinybabel.grader.report;
