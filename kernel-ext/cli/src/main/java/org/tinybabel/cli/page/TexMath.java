package org.tinybabel.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.display.Html;

/**
 * Turns the TeX that formulas in notebooks are written in into MathML, which browsers draw and screen readers speak.
 *
 * <p>Covers what papers on language models use: letters of all alphabets, indices, fractions, roots, sums, accents,
 * brackets that grow, matrices and aligned equations. A formula with anything else is shown as its source: better no
 * picture than a wrong one.
 */
final class TexMath {

    /** Says that a formula is beyond this class. */
    private static final class UnknownTex extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownTex(String what) {
            super(what);
        }
    }

    /** What a piece of a formula turned into; {@code limits} if its indices stand below and above in a display. */
    private record Atom(String html, boolean limits) {

        static Atom of(String html) {
            return new Atom(html, false);
        }
    }

    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("hat", "^"),
            Map.entry("widehat", "^"),
            Map.entry("tilde", "~"),
            Map.entry("widetilde", "~"),
            Map.entry("bar", "¯"),
            Map.entry("vec", "→"),
            Map.entry("dot", "˙"),
            Map.entry("ddot", "¨"));

    private static final Set<String> TEXTS = Set.of("text", "textrm", "textnormal", "mbox", "textbf", "textit");

    private static final Set<String> SIZES = Set.of(
            "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "bigm");

    private static final Set<String> IGNORED =
            Set.of("displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber");

    private final String tex;
    private final boolean display;
    private int at;

    private TexMath(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    /** The formula as a {@code math} element, or as its source if it cannot be one. */
    static String toHtml(String tex, boolean display) {
        try {
            var parser = new TexMath(tex, display);
            var row = parser.row();
            if (parser.at < tex.length()) {
                throw new UnknownTex("something is left over");
            }
            return "<math" + (display ? " display=\"block\"" : "") + "><semantics><mrow>" + row
                    + "</mrow><annotation encoding=\"application/x-tex\">" + Html.escape(tex)
                    + "</annotation></semantics></math>";
        } catch (UnknownTex | StackOverflowError e) {
            return "<code class=\"tex\">" + Html.escape(tex) + "</code>";
        }
    }

    /** Reads up to what ends a row: a closing brace, a cell or row separator, {@code \right}, {@code \end}. */
    private String row() {
        var html = new StringBuilder();
        while (!atRowEnd()) {
            scripted().ifPresent(html::append);
        }
        return html.toString();
    }

    private boolean atRowEnd() {
        skipSpaces();
        return at >= tex.length()
                || tex.charAt(at) == '}'
                || tex.charAt(at) == '&'
                || tex.startsWith("\\\\", at)
                || atCommand("right")
                || atCommand("end");
    }

    private boolean atCommand(String name) {
        var end = at + 1 + name.length();
        return tex.startsWith("\\" + name, at) && (end >= tex.length() || !isLetter(tex.charAt(end)));
    }

    private void skipSpaces() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }

    /** One atom with its indices. */
    private Optional<String> scripted() {
        var base = peek() == '^' || peek() == '_' ? Optional.of(Atom.of("<mrow></mrow>")) : atom();
        if (base.isEmpty()) {
            return Optional.empty();
        }
        var below = "";
        var above = "";
        for (skipSpaces(); peek() == '_' || peek() == '^' || peek() == '\''; skipSpaces()) {
            var script = tex.charAt(at++);
            if (script == '\'') {
                above += "<mo>′</mo>";
            } else if (script == '_') {
                below += argument();
            } else {
                above += argument();
            }
        }
        return Optional.of(indexed(base.get(), below, above));
    }

    private String indexed(Atom base, String below, String above) {
        var stacked = base.limits() && display;
        var low = "<mrow>" + below + "</mrow>";
        var high = "<mrow>" + above + "</mrow>";
        if (below.isEmpty() && above.isEmpty()) {
            return base.html();
        } else if (above.isEmpty()) {
            return element(stacked ? "munder" : "msub", base.html() + low);
        } else if (below.isEmpty()) {
            return element(stacked ? "mover" : "msup", base.html() + high);
        }
        return element(stacked ? "munderover" : "msubsup", base.html() + low + high);
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private char peek() {
        return at < tex.length() ? tex.charAt(at) : '\0';
    }

    /** A group in braces, or a single atom: what a command or an index applies to. */
    private String argument() {
        skipSpaces();
        if (at >= tex.length() || tex.charAt(at) == '}') {
            throw new UnknownTex("an argument is missing");
        }
        if (Character.isDigit(tex.charAt(at))) {
            // \frac12 is one half: only numbers in braces are longer than a digit.
            return element("mn", String.valueOf(tex.charAt(at++)));
        }
        return atom().map(Atom::html).orElseThrow(() -> new UnknownTex("an argument is missing"));
    }

    /** The next piece; empty for what leaves no trace. */
    private Optional<Atom> atom() {
        skipSpaces();
        var c = tex.codePointAt(at);
        if (c == '{') {
            return Optional.of(Atom.of(element("mrow", group())));
        } else if (c == '\\') {
            return command();
        } else if (Character.isDigit(c)) {
            return Optional.of(Atom.of(element("mn", number())));
        }
        at += Character.charCount(c);
        if (Character.isLetter(c)) {
            return Optional.of(Atom.of(element("mi", Character.toString(c))));
        }
        return Optional.of(Atom.of(
                switch (c) {
                    case '-' -> element("mo", "−");
                    case '*' -> element("mo", "∗");
                    case '~' -> "<mspace width=\"0.33em\"></mspace>";
                    case '(', ')', '[', ']', '|' -> fence(Character.toString(c), false);
                    case '^', '_', '#', '$', '%' -> throw new UnknownTex(Character.toString(c));
                    default -> element("mo", Html.escape(Character.toString(c)));
                }));
    }

    private static String fence(String bracket, boolean grows) {
        return "<mo stretchy=\"" + grows + "\">" + Html.escape(bracket) + "</mo>";
    }

    private String number() {
        var begin = at;
        while (at < tex.length() && (Character.isDigit(tex.charAt(at)) || isDecimalPoint())) {
            at++;
        }
        return tex.substring(begin, at);
    }

    private boolean isDecimalPoint() {
        return tex.charAt(at) == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1));
    }

    /** The inside of braces as MathML. */
    private String group() {
        expect('{');
        var row = row();
        expect('}');
        return row;
    }

    private void expect(char c) {
        skipSpaces();
        if (peek() != c) {
            throw new UnknownTex("missing " + c);
        }
        at++;
    }

    /** The inside of braces as it stands. */
    private String rawGroup() {
        expect('{');
        var begin = at;
        for (var depth = 1; depth > 0; at++) {
            if (at >= tex.length()) {
                throw new UnknownTex("missing }");
            }
            depth += tex.charAt(at) == '{' ? 1 : tex.charAt(at) == '}' ? -1 : 0;
        }
        return tex.substring(begin, at - 1);
    }

    private Optional<Atom> command() {
        var name = commandName();
        var symbol = TexSymbols.SYMBOLS.get(name);
        if (symbol != null) {
            return Optional.of(symbol(symbol));
        } else if (TexSymbols.FUNCTIONS.contains(name)) {
            return Optional.of(Atom.of(upright(name)));
        } else if (TexSymbols.LIMIT_FUNCTIONS.contains(name)) {
            return Optional.of(new Atom(upright(name.replaceFirst("^arg", "arg ")), true));
        } else if (TexSymbols.SPACES.containsKey(name)) {
            return Optional.of(Atom.of("<mspace width=\"" + TexSymbols.SPACES.get(name) + "\"></mspace>"));
        } else if (IGNORED.contains(name)) {
            return Optional.empty();
        } else if (SIZES.contains(name)) {
            return Optional.of(Atom.of(fence(delimiter(), false)));
        } else if (TEXTS.contains(name)) {
            // MathML drops ordinary spaces at the ends.
            var words = rawGroup().replaceAll("^ | $", "\u00A0");
            return Optional.of(Atom.of(element("mtext", Html.escape(words))));
        } else if (ACCENTS.containsKey(name)) {
            return Optional.of(Atom.of("<mover accent=\"true\">" + element("mrow", argument()) + "<mo stretchy=\""
                    + name.startsWith("wide") + "\">" + ACCENTS.get(name) + "</mo></mover>"));
        }
        return Optional.of(
                switch (name) {
                    case "frac", "tfrac", "dfrac" -> Atom.of(element("mfrac", operand() + operand()));
                    case "binom" ->
                        Atom.of(fence("(", true) + "<mfrac linethickness=\"0\">" + operand() + operand() + "</mfrac>"
                                + fence(")", true));
                    case "sqrt" -> Atom.of(root());
                    case "operatorname" -> operator();
                    case "mathrm" -> Atom.of(upright(rawGroup()));
                    case "mathcal", "mathbb", "mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathtt" ->
                        Atom.of(alphabet(name));
                    case "overline" -> Atom.of("<mrow class=\"overline\">" + argument() + "</mrow>");
                    case "underline" -> Atom.of(element("munder", operand() + "<mo stretchy=\"true\">_</mo>"));
                    case "underbrace" -> new Atom(element("munder", operand() + "<mo stretchy=\"true\">⏟</mo>"), true);
                    case "overbrace" -> new Atom(element("mover", operand() + "<mo stretchy=\"true\">⏞</mo>"), true);
                    case "left" -> Atom.of(leftRight());
                    case "begin" -> Atom.of(environment());
                    default -> throw new UnknownTex("\\" + name);
                });
    }

    private String commandName() {
        var begin = ++at;
        while (at < tex.length() && isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == begin && at < tex.length()) {
            at++;
        }
        return tex.substring(begin, at);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static Atom symbol(String symbol) {
        if (TexSymbols.LARGE.contains(symbol)) {
            return new Atom(element("mo", symbol), true);
        } else if (symbol.length() == 1 && Character.isLetter(symbol.charAt(0))) {
            return Atom.of(element("mi", symbol));
        } else if (TexSymbols.FENCES.contains(symbol)) {
            return Atom.of(fence(symbol, false));
        }
        return Atom.of(element("mo", Html.escape(symbol)));
    }

    private static String upright(String word) {
        return "<mi mathvariant=\"normal\">" + Html.escape(word) + "</mi>";
    }

    private String operand() {
        return element("mrow", argument());
    }

    private String root() {
        skipSpaces();
        if (peek() != '[') {
            return element("msqrt", argument());
        }
        var end = tex.indexOf(']', at);
        if (end < 0) {
            throw new UnknownTex("missing ]");
        }
        var degree = new TexMath(tex.substring(at + 1, end), false).row();
        at = end + 1;
        return element("mroot", operand() + element("mrow", degree));
    }

    private Atom operator() {
        var limits = peek() == '*';
        if (limits) {
            at++;
        }
        return new Atom(upright(rawGroup().replace("\\,", " ")), limits);
    }

    /** Letters of another alphabet: Unicode has them as characters of their own. */
    private String alphabet(String name) {
        var letters = peek() == '{' ? rawGroup() : argumentLetter();
        if (name.equals("mathit") || name.equals("mathsf") || name.equals("mathtt")) {
            return upright(letters);
        }
        if (!letters.codePoints().allMatch(Character::isLetterOrDigit)) {
            if (name.equals("mathcal") || name.equals("mathbb")) {
                throw new UnknownTex("\\" + name + "{" + letters + "}");
            }
            return "<mrow style=\"font-weight:bold\">" + new TexMath(letters, display).row() + "</mrow>";
        }
        var converted = new StringBuilder();
        letters.codePoints().forEach(c -> converted.appendCodePoint(TexSymbols.inAlphabet(name, c)));
        return "<mi mathvariant=\"normal\">" + converted + "</mi>";
    }

    private String argumentLetter() {
        skipSpaces();
        if (peek() == '{') {
            return rawGroup();
        }
        var begin = at;
        if (peek() == '\\') {
            commandName();
        } else {
            at = Math.min(at + 1, tex.length());
        }
        return tex.substring(begin, at);
    }

    private String leftRight() {
        var left = delimiter();
        var row = row();
        if (!atCommand("right")) {
            throw new UnknownTex("\\left without \\right");
        }
        commandName();
        var right = delimiter();
        return element(
                "mrow", (left.isEmpty() ? "" : fence(left, true)) + row + (right.isEmpty() ? "" : fence(right, true)));
    }

    /** A bracket after {@code \left}, {@code \right} or {@code \big}; empty for the invisible one. */
    private String delimiter() {
        skipSpaces();
        if (peek() == '\\') {
            var name = commandName();
            var symbol = TexSymbols.SYMBOLS.get(name);
            if (symbol == null) {
                throw new UnknownTex("\\" + name);
            }
            return symbol;
        }
        var c = peek();
        at++;
        return switch (c) {
            case '.' -> "";
            case '(', ')', '[', ']', '|', '/' -> String.valueOf(c);
            case '<' -> "⟨";
            case '>' -> "⟩";
            default -> throw new UnknownTex("the bracket " + c);
        };
    }

    private String environment() {
        var name = rawGroup();
        var base = name.replace("*", "");
        var rows = new ArrayList<String>();
        do {
            rows.add(element("mtr", tableRow()));
        } while (separator("\\\\"));
        if (!atCommand("end")) {
            throw new UnknownTex("\\begin without \\end");
        }
        commandName();
        if (!rawGroup().equals(name)) {
            throw new UnknownTex("\\end of another environment");
        }
        var last = rows.get(rows.size() - 1);
        if (rows.size() > 1 && last.equals("<mtr><mtd></mtd></mtr>")) {
            rows.remove(rows.size() - 1);
        }
        var table = String.join("", rows);
        return switch (base) {
            case "aligned", "align", "split" -> "<mtable class=\"aligned\">" + table + "</mtable>";
            case "gathered", "matrix" -> element("mtable", table);
            case "pmatrix" -> fenced("(", table, ")");
            case "bmatrix" -> fenced("[", table, "]");
            case "vmatrix" -> fenced("|", table, "|");
            case "cases" -> element("mrow", fence("{", true) + "<mtable class=\"cases\">" + table + "</mtable>");
            default -> throw new UnknownTex("\\begin{" + name + "}");
        };
    }

    private static String fenced(String left, String table, String right) {
        return element("mrow", fence(left, true) + element("mtable", table) + fence(right, true));
    }

    private String tableRow() {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(element("mtd", row()));
        } while (separator("&"));
        return String.join("", cells);
    }

    private boolean separator(String separator) {
        skipSpaces();
        if (!tex.startsWith(separator, at)) {
            return false;
        }
        at += separator.length();
        return true;
    }
}
