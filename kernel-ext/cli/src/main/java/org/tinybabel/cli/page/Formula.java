package org.tinybabel.cli.page;

import org.commonmark.node.CustomNode;

/** A formula within Markdown text. */
final class Formula extends CustomNode {

    private final String tex;
    private final boolean display;

    Formula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    /** The formula in TeX. */
    String tex() {
        return tex;
    }

    /** Whether the formula stands on a line of its own. */
    boolean display() {
        return display;
    }
}
