package org.tinybabel.grader;

/**
 * Is told what the trusted side is about to compute for a submission, so that it can notice work that does not end: a few
 * lines of Java can keep a compiler busy for hours, and nothing can stop a thread of it.
 */
public interface CompilerWatch {

    /** Does not look. */
    CompilerWatch NONE = new CompilerWatch() {

        @Override
        public void compiling(int cell) {
            // Nobody looks.
        }

        @Override
        public void testing() {
            // Nobody looks.
        }
    };

    /**
     * A cell is being compiled on the calling thread.
     *
     * @param cell the number of the code cell, from 1; 0 for what binds the methods
     */
    void compiling(int cell);

    /** Tests run on the calling thread. */
    void testing();
}
