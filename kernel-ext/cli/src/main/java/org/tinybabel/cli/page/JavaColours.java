package org.tinybabel.cli.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinybabel.display.Html;

/** Java source with its comments, texts, words and numbers marked for the style sheet; nothing finer. */
final class JavaColours {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*(?s:.)*?(?:\\*/|$))"
                    + "|(?<string>\"\"\"(?s:.)*?(?:\"\"\"|$)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
                    + "|(?<magic>^%%?\\w+)"
                    + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do"
                    + "|double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface"
                    + "|long|new|null|package|permits|private|protected|public|record|return|sealed|short|static|super"
                    + "|switch|synchronized|this|throw|throws|true|false|try|var|void|volatile|while|yield)\\b)"
                    + "|(?<number>\\b\\d[\\w.]*)"
                    + "|(?<annotation>@\\w+)",
            Pattern.MULTILINE);

    private static final String[] KINDS = {"comment", "string", "magic", "keyword", "number", "annotation"};

    private JavaColours() {}

    static String html(String source) {
        var html = new StringBuilder(source.length() * 2);
        var tokens = TOKEN.matcher(source);
        var end = 0;
        while (tokens.find()) {
            html.append(Html.escape(source.substring(end, tokens.start())));
            html.append("<span class=\"").append(kind(tokens)).append("\">");
            html.append(Html.escape(tokens.group())).append("</span>");
            end = tokens.end();
        }
        return html.append(Html.escape(source.substring(end))).toString();
    }

    private static String kind(Matcher token) {
        for (var kind : KINDS) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a token of no kind: " + token.group());
    }
}
