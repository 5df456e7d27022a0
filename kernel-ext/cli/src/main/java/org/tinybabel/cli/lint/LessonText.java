package org.tinybabel.cli.lint;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The structure of a notebook's text: what the check of lessons looks at, and what lesson plans are made from.
 *
 * @param headings in order
 * @param links in order
 * @param images in order
 */
public record LessonText(List<Title> headings, List<Target> links, List<Picture> images) {

    /**
     * A heading.
     *
     * @param cell the id of its cell
     * @param level from 1
     * @param words its text without markup
     */
    public record Title(String cell, int level, String words) {}

    /**
     * A link.
     *
     * @param cell the id of its cell
     * @param destination where it leads
     */
    public record Target(String cell, String destination) {}

    /**
     * An image.
     *
     * @param cell the id of its cell
     * @param destination where it is
     * @param alternative the words that stand for it
     */
    public record Picture(String cell, String destination, String alternative) {}

    /**
     * Reads the text of a notebook.
     *
     * @param notebook any notebook
     * @return what its Markdown cells hold
     */
    public static LessonText of(Notebook notebook) {
        var parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        var text = new LessonText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        notebook.cells().stream()
                .filter(cell -> cell.type() == Cell.Type.MARKDOWN)
                .forEach(cell -> parser.parse(cell.source()).accept(text.collector(cell.id())));
        return text;
    }

    private AbstractVisitor collector(String cell) {
        return new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(new Title(cell, heading.getLevel(), words(heading)));
                visitChildren(heading);
            }

            @Override
            public void visit(Link link) {
                links.add(new Target(cell, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                images.add(new Picture(cell, image.getDestination(), words(image)));
            }
        };
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString().strip();
    }
}
