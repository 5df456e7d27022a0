package org.tinybabel.grader.report;

import static org.tinybabel.display.Html.escape;

/**
 * The frame of every report page: one file that needs nothing else, readable in light and dark, on paper and by a screen
 * reader. Colours only repeat what words say.
 */
final class Page {

    private static final String STYLE =
            """
            :root {
              color-scheme: light dark;
              --text: #1b1f24; --soft: #59636e; --paper: #ffffff; --panel: #f4f6f8; --line: #d0d7de;
              --good: #1a7f37; --part: #0a6ebd; --bad: #b42318; --open: #6a737d;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --text: #e6edf3; --soft: #a0abb6; --paper: #0f1419; --panel: #1a2129; --line: #39424c;
                --good: #4cc26a; --part: #5aa9f0; --bad: #ff8b80; --open: #8b96a1;
              }
            }
            * { box-sizing: border-box; }
            body { font: 1rem/1.55 system-ui, "Segoe UI", sans-serif; color: var(--text); background: var(--paper);
              max-width: 54rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
            h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1rem; margin: 0; }
            p { margin: .5rem 0; } small, .soft { color: var(--soft); font-size: .875rem; }
            .score { font-size: 1.35rem; font-weight: 650; margin: .25rem 0 1rem; }
            table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; }
            caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .35rem; }
            th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); text-align: left;
              vertical-align: top; overflow-wrap: anywhere; }
            thead th { font-size: .875rem; color: var(--soft); font-weight: 600; overflow-wrap: normal; }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            td.n, th.n { padding-right: 1.5rem; } .n:first-child { width: 6rem; } .wide { width: 40%; }
            .meter { height: .7rem; margin-top: .4rem; border-radius: .35rem; background: var(--panel);
              border: 1px solid var(--line); overflow: hidden; min-width: 6rem; }
            .meter > div { height: 100%; background: var(--part); }
            pre { font: .875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--panel); margin: .25rem 0;
              padding: .6rem .75rem; border-radius: .35rem; white-space: pre-wrap; overflow-wrap: anywhere; }
            code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
            article { border: 1px solid var(--line); border-left: .3rem solid var(--open); border-radius: .35rem;
              padding: .6rem .9rem; margin: .6rem 0; }
            article.good { border-left-color: var(--good); } article.bad { border-left-color: var(--bad); }
            article.bad .mark { color: var(--bad); } article.good .mark { color: var(--good); }
            .mark { font-weight: 650; } .points { float: right; font-weight: 400; color: var(--soft); }
            dl { margin: .5rem 0 0; } dt { font-weight: 600; font-size: .875rem; color: var(--soft); margin-top: .5rem; }
            dd { margin: 0; }
            dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .75rem 0; }
            dl.facts dt { margin: 0; } .comment { border-left: .2rem solid var(--part); padding-left: .75rem; }
            footer { margin-top: 3rem; border-top: 1px solid var(--line); }
            svg { display: block; width: 100%; height: auto; margin: .75rem 0; } svg text { fill: var(--text);
              font: 13px system-ui, "Segoe UI", sans-serif; } svg text.soft { fill: var(--soft); }
            svg text.on { fill: var(--paper); } svg .good { fill: var(--good); } svg .part { fill: var(--part); }
            svg .bad { fill: var(--bad); } svg .open { fill: var(--open); } svg line { stroke: var(--line); }
            svg rect { stroke: var(--paper); }
            @media print { body { max-width: none; padding: 0; } article { break-inside: avoid; } }
            """;

    private Page() {}

    /** A complete HTML document. The title is text, the body HTML. */
    static String of(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    /** Text that a program meant for a terminal, without its colours. */
    static String withoutColours(String text) {
        return text.replaceAll("\\u001B\\[[0-9;]*m", "");
    }

    /** A time such as {@code 2026-03-01 12:00 UTC}; blank if the instant is. */
    static String time(String instant) {
        return instant.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d).*Z$", "$1 $2 UTC");
    }
}
