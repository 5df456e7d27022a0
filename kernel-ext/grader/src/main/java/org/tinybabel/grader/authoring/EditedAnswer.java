package org.tinybabel.grader.authoring;

/**
 * An answer written as an edit of the solution: a typical mistake, which tests name that they reject, or another right way.
 *
 * @param name begins with the letter of its question and a hyphen, such as {@code a-base-2}
 * @param why what is wrong, or what is different, in a sentence
 * @param edit the lines of the edit as they are written
 * @param source the declarations that the edit changes, as a student would have written them
 */
public record EditedAnswer(String name, String why, String edit, String source) {

    /**
     * The question that it answers.
     *
     * @return the question's name
     */
    public String question() {
        return name.replaceFirst("-.*", "");
    }
}
