package org.tinybabel.kernel.magic;

import java.util.regex.Pattern;

/** Makes a whole POM of what people copy from web pages: some repositories and dependencies. */
final class PomFragment {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|<\\?.*?\\?>");
    private static final Pattern LIST = Pattern.compile("</?(dependencies|repositories)\\s*>");
    private static final Pattern REPOSITORY = Pattern.compile("(?s)<repository\\s*>.*?</repository\\s*>");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency\\s*>.*?</dependency\\s*>");
    private static final Pattern MANAGED = Pattern.compile(
            "(?s)<dependencyManagement\\s*>.*?</dependencyManagement\\s*>|<properties\\s*>.*?</properties\\s*>");

    private PomFragment() {}

    static String complete(String text) {
        var body = COMMENT.matcher(text).replaceAll("").strip();
        if (body.isEmpty()) {
            throw new MagicException("%%loadFromPOM needs a POM below it, or the <dependency> elements of one.");
        }
        if (body.startsWith("<project")) {
            return body;
        }
        var pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId>"
                + "<artifactId>cell</artifactId><version>1</version>");
        body = moved(MANAGED, body, pom);
        body = LIST.matcher(body).replaceAll("");
        pom.append("<repositories>");
        body = moved(REPOSITORY, body, pom);
        pom.append("</repositories><dependencies>");
        body = moved(DEPENDENCY, body, pom);
        pom.append("</dependencies></project>");
        if (!body.isBlank()) {
            throw new MagicException("%%loadFromPOM understands a whole <project>, or <dependencies>, <dependency>,"
                    + " <repositories>, <repository>, <dependencyManagement> and <properties>. It does not understand: "
                    + body.strip().lines().findFirst().orElse(""));
        }
        return pom.toString();
    }

    /** Appends all that matches, and returns the rest. */
    private static String moved(Pattern element, String from, StringBuilder to) {
        var matches = element.matcher(from);
        while (matches.find()) {
            to.append(matches.group());
        }
        return matches.reset().replaceAll("");
    }
}
