package org.tinybabel.cli.page;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.tinybabel.kernel.notebook.Cell;

/**
 * Renders the Markdown of one notebook: CommonMark with tables and formulas, as Jupyter knows it.
 *
 * <p>Headings get names to link to, different ones throughout the notebook; this class collects them on the way.
 */
final class Markdown {

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customInlineContentParserFactory(new FormulaParser.Factory())
            .build();

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .nodeRendererFactory(FormulaRenderer::new)
            .attributeProviderFactory(context -> this::headingId)
            .build();

    private final Map<Node, String> ids = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();
    private boolean title;

    /** Renders a Markdown cell, with the images that are attached to it. */
    String render(Cell cell) {
        var document = parser.parse(cell.source());
        attach(document, cell);
        return render(document);
    }

    /** Renders Markdown text, such as an output in that format. */
    String render(String text) {
        return render(parser.parse(text));
    }

    private String render(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                name(heading);
            }
        });
        return renderer.render(document);
    }

    private void name(Heading heading) {
        var text = text(heading);
        var slug = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        var count = used.merge(slug, 1, Integer::sum);
        var id = (slug.isEmpty() ? "section" : slug) + (count > 1 ? "-" + count : "");
        ids.put(heading, id);
        title |= heading.getLevel() == 1;
        if (heading.getLevel() == 2) {
            sections.add(new Section(id, text));
        }
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.CustomNode part) {
                if (part instanceof Formula formula) {
                    text.append(formula.tex());
                }
            }
        });
        return text.toString();
    }

    private void headingId(Node node, String tagName, Map<String, String> attributes) {
        if (ids.containsKey(node)) {
            attributes.put("id", ids.get(node));
        }
    }

    private static void attach(Node document, Cell cell) {
        if (!(cell.json().get("attachments") instanceof JsonObject attachments)) {
            return;
        }
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                var name = image.getDestination().replaceFirst("^attachment:", "");
                if (attachments.get(name) instanceof JsonObject bundle && bundle.size() > 0) {
                    var data = bundle.entrySet().iterator().next();
                    image.setDestination("data:" + data.getKey() + ";base64," + Cell.multiline(data.getValue()));
                }
            }
        });
    }

    /** Whether a first-level heading was rendered. */
    boolean hasTitle() {
        return title;
    }

    /** The second-level headings so far. */
    List<Section> sections() {
        return sections;
    }

    /** Writes formulas as MathML, which browsers draw themselves. */
    private record FormulaRenderer(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Formula.class);
        }

        @Override
        public void render(Node node) {
            var formula = (Formula) node;
            var html = context.getWriter();
            html.raw(TexMath.toHtml(formula.tex(), formula.display()));
        }
    }
}
