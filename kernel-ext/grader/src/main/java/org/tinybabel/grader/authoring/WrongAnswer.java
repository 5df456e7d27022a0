package org.tinybabel.grader.authoring;

/**
 * A typical mistake, written as an edit of the solution. Tests name those that they reject.
 *
 * @param name begins with the letter of its question and a hyphen, such as {@code a-base-2}
 * @param why what is wrong, in a sentence
 * @param edit the lines of the edit as they are written
 * @param source the declarations that the edit changes, as a student would have written them
 */
public record WrongAnswer(String name, String why, String edit, String source) {

    /**
     * The question that it answers wrongly.
     *
     * @return the question's name
     */
    public String question() {
        return name.replaceFirst("-.*", "");
    }
}
