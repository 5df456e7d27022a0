package org.tinybabel.cli.intake;

import org.tinybabel.grader.Submission;

/**
 * One student's notebook.
 *
 * @param submission whose it is and how it came in
 * @param source its bytes, or the reason why there are none
 */
public record HandedIn(Submission submission, NotebookSource source) {}
