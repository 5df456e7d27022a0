package org.tinybabel.kernel.magic;

/** What a line such as {@code %name word word} does. It runs on the cell's thread, in order with the code around it. */
@FunctionalInterface
public interface LineMagic {

    /**
     * Does the work.
     *
     * @param arguments what stands behind the name
     * @return the value of the line; {@code null} if it has none
     * @throws MagicException if it was not used rightly or cannot be done; the message says what to do
     * @throws Exception anything else that goes wrong, such as what the user's own code throws
     */
    Object run(Arguments arguments) throws Exception;
}
