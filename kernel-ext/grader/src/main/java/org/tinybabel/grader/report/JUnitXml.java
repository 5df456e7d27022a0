package org.tinybabel.grader.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;

/** All results in the form that build servers read: one test suite for each submission. */
public final class JUnitXml {

    private JUnitXml() {}

    /**
     * The results of all who handed in something.
     *
     * @param sheet the results
     * @return XML; a submission without a grade is an error, a written answer without points is skipped, and a hidden test
     *     shows its subject only
     */
    public static String of(Sheet sheet) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", allowed(sheet.outline().id()));
            for (var row : sheet.rows()) {
                if (row.result().isPresent()) {
                    suite(xml, row, row.result().get());
                }
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing XML to memory failed", e);
        }
        return text.toString();
    }

    private static void suite(XMLStreamWriter xml, Sheet.Row row, GradedSubmission result) throws XMLStreamException {
        var ungraded = row.status() == Sheet.Status.ERROR;
        var tests = ungraded ? List.<TestResult>of() : result.tests();
        var waiting = ungraded
                ? 0
                : result.written().stream()
                        .filter(answer -> !row.points().containsKey(answer.question()))
                        .count();
        var failures = tests.stream()
                .filter(test -> test.status() != TestResult.Status.PASSED)
                .count();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", allowed(row.student()));
        xml.writeAttribute(
                "tests",
                Long.toString(ungraded ? 1 : tests.size() + result.written().size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", ungraded ? "1" : "0");
        xml.writeAttribute("skipped", Long.toString(waiting));
        xml.writeAttribute("time", seconds(result.costs().wallMillis()));
        xml.writeStartElement("properties");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", "isolation");
        xml.writeAttribute("value", allowed(result.circumstances().isolation()));
        xml.writeEndElement();
        if (ungraded) {
            begin(xml, "grading", row.submission().file(), 0);
            xml.writeEmptyElement("error");
            xml.writeAttribute("message", allowed(result.reason()));
            end(xml);
        }
        for (var test : tests) {
            test(xml, test);
        }
        if (!ungraded) {
            for (var answer : result.written()) {
                begin(xml, "written", "(" + answer.question() + ") " + answer.heading(), 0);
                if (!row.points().containsKey(answer.question())) {
                    xml.writeEmptyElement("skipped");
                    xml.writeAttribute("message", "needs review");
                }
                end(xml);
            }
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, TestResult test) throws XMLStreamException {
        begin(
                xml,
                test.test().replaceFirst("\\.[^.]*$", ""),
                "(" + test.question() + ") " + test.title(),
                test.milliseconds());
        if (test.status() != TestResult.Status.PASSED) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", test.status().name());
            // Build servers show these files to anyone: what a hidden test found stays in results/.
            var first = test.message().lines().findFirst().orElse("");
            xml.writeAttribute("message", allowed(test.visible() ? first : "hidden test"));
            xml.writeCharacters(allowed(test.visible() ? test.message() : ""));
            xml.writeEndElement();
        }
        end(xml);
    }

    private static void begin(XMLStreamWriter xml, String group, String name, long milliseconds)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", allowed(group));
        xml.writeAttribute("name", allowed(name));
        xml.writeAttribute("time", seconds(milliseconds));
    }

    private static void end(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEndElement();
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
    }

    /** Without the characters that XML 1.0 has no way to write, half surrogate pairs among them. */
    private static String allowed(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
