package org.tinybabel.kernel.magic;

/** What a cell does whose first line is {@code %%name word word}. It runs on the cell's thread. */
@FunctionalInterface
public interface CellMagic {

    /**
     * Does the work.
     *
     * @param arguments what stands behind the name
     * @param body the lines below the first
     * @return the value of the cell; {@code null} if it has none
     * @throws MagicException if it was not used rightly or cannot be done; the message says what to do
     * @throws Exception anything else that goes wrong, such as what the user's own code throws
     */
    Object run(Arguments arguments, String body) throws Exception;
}
