package org.tinybabel.kernel.language;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tinybabel.display.Html;

/** Writes a documentation comment as plain text or as HTML that holds nothing but well-known elements. */
final class JavadocWriter extends SimpleDocTreeVisitor<Void, StringBuilder> {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "pre",
            "code",
            "b",
            "i",
            "em",
            "strong",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "caption",
            "blockquote",
            "sub",
            "sup",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tt",
            "cite",
            "var");
    private static final Set<String> BLOCKS =
            Set.of("p", "pre", "ul", "ol", "dl", "dt", "dd", "table", "tr", "blockquote", "br", "h1", "h2", "h3", "h4");
    private static final Map<String, String> ENTITIES = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "mdash", "—", "ndash", "–", "le", "≤", "ge",
            "≥");
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:\\p{javaLowerCase}\\w*\\.)+(?=\\p{javaUpperCase})");

    private final boolean html;
    private boolean preformatted;

    private JavadocWriter(boolean html) {
        this.html = html;
    }

    static String plain(DocCommentTree comment) {
        var text = new JavadocWriter(false).written(comment);
        return text.replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    static String html(DocCommentTree comment) {
        return new JavadocWriter(true).written(comment).strip();
    }

    private String written(DocCommentTree comment) {
        var out = new StringBuilder();
        visit(comment.getFullBody(), out);
        if (!comment.getBlockTags().isEmpty()) {
            out.append(html ? "<dl>" : "\n");
            for (var tag : comment.getBlockTags()) {
                visit(tag, out);
            }
            out.append(html ? "</dl>" : "");
        }
        return out.toString();
    }

    private void text(String text, StringBuilder out) {
        if (html) {
            out.append(Html.escape(text));
        } else {
            var line = preformatted ? text : text.replaceAll("\\s+", " ");
            var startsLine = !preformatted && out.length() > 0 && out.charAt(out.length() - 1) == '\n';
            out.append(startsLine ? line.stripLeading() : line);
        }
    }

    private void code(String text, StringBuilder out) {
        out.append(html ? "<code>" + Html.escape(text) + "</code>" : text);
    }

    private Void block(String label, List<? extends DocTree> body, StringBuilder out) {
        out.append(html ? "<dt><b>" + Html.escape(label) + "</b></dt><dd>" : "\n" + label + ": ");
        visit(body, out);
        out.append(html ? "</dd>" : "");
        return null;
    }

    @Override
    protected Void defaultAction(DocTree tree, StringBuilder out) {
        if (!(tree instanceof BlockTagTree)) {
            text(tree.toString(), out);
        }
        return null;
    }

    @Override
    public Void visitText(TextTree tree, StringBuilder out) {
        text(tree.getBody(), out);
        return null;
    }

    @Override
    public Void visitEntity(EntityTree tree, StringBuilder out) {
        var name = tree.getName().toString();
        if (html) {
            out.append('&').append(Html.escape(name)).append(';');
        } else {
            out.append(ENTITIES.getOrDefault(name, tree.toString()));
        }
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree tree, StringBuilder out) {
        if (tree.getKind() == DocTree.Kind.CODE && !preformatted) {
            code(tree.getBody().getBody(), out);
        } else {
            text(tree.getBody().getBody(), out);
        }
        return null;
    }

    @Override
    public Void visitLink(LinkTree tree, StringBuilder out) {
        if (tree.getLabel().isEmpty()) {
            code(reference(String.valueOf(tree.getReference())), out);
        } else {
            visit(tree.getLabel(), out);
        }
        return null;
    }

    /** {@code java.util.List#add(Object)} as a reader would say it. */
    private static String reference(String reference) {
        var name = PACKAGES.matcher(reference).replaceAll("").replace('#', '.');
        return name.startsWith(".") ? name.substring(1) : name;
    }

    @Override
    public Void visitStartElement(StartElementTree tree, StringBuilder out) {
        var name = tree.getName().toString().toLowerCase(Locale.ROOT);
        preformatted |= name.equals("pre");
        if (html) {
            // Attributes are dropped: they could do anything.
            out.append(ELEMENTS.contains(name) ? "<" + name + ">" : "");
        } else if (name.equals("li")) {
            out.append("\n  - ");
        } else if (BLOCKS.contains(name)) {
            out.append(name.equals("p") || name.equals("pre") ? "\n\n" : "\n");
        }
        return null;
    }

    @Override
    public Void visitEndElement(EndElementTree tree, StringBuilder out) {
        var name = tree.getName().toString().toLowerCase(Locale.ROOT);
        preformatted &= !name.equals("pre");
        if (html) {
            out.append(ELEMENTS.contains(name) ? "</" + name + ">" : "");
        } else if (BLOCKS.contains(name)) {
            out.append('\n');
        }
        return null;
    }

    @Override
    public Void visitParam(ParamTree tree, StringBuilder out) {
        var name = tree.getName().toString();
        return block(tree.isTypeParameter() ? "<" + name + ">" : name, tree.getDescription(), out);
    }

    @Override
    public Void visitReturn(ReturnTree tree, StringBuilder out) {
        return block("returns", tree.getDescription(), out);
    }

    @Override
    public Void visitThrows(ThrowsTree tree, StringBuilder out) {
        return block("throws " + reference(tree.getExceptionName().toString()), tree.getDescription(), out);
    }

    @Override
    public Void visitSince(SinceTree tree, StringBuilder out) {
        return block("since", tree.getBody(), out);
    }

    @Override
    public Void visitSee(SeeTree tree, StringBuilder out) {
        out.append(html ? "<dt><b>see</b></dt><dd>" : "\nsee: ");
        for (var part : tree.getReference()) {
            if (part.getKind() == DocTree.Kind.REFERENCE) {
                code(reference(part.toString()), out);
            } else {
                visit(part, out);
            }
        }
        out.append(html ? "</dd>" : "");
        return null;
    }

    @Override
    public Void visitDeprecated(DeprecatedTree tree, StringBuilder out) {
        return block("deprecated", tree.getBody(), out);
    }

    private void visit(List<? extends DocTree> trees, StringBuilder out) {
        trees.forEach(tree -> visit(tree, out));
    }
}
