package org.tinybabel.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A Maven repository in a folder, and the home of a user of Maven beside it. */
final class SmallRepository {

    private final Path folder;
    private final Path home;

    SmallRepository(Path parent) throws IOException {
        folder = Files.createDirectories(parent.resolve("remote"));
        home = Files.createDirectories(parent.resolve("home").resolve(".m2"));
    }

    /** {@code org.example:words:1.0} with a class, which needs {@code org.example:letters:2.0}. */
    static SmallRepository withWords(Path parent) throws IOException {
        var repository = new SmallRepository(parent);
        var sources = Files.createDirectories(parent.resolve("sources"));
        Files.writeString(
                sources.resolve("Words.java"),
                "package example; public class Words { public static String one() { return \"uno\"; } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, sources.resolve("Words.java").toString(), "-d", sources.toString());
        repository.add(
                "words",
                "1.0",
                dependency("letters", "2.0", "compile") + dependency("tests-only", "1", "test"),
                Map.of("example/Words.class", Files.readAllBytes(sources.resolve("example/Words.class"))));
        repository.add("letters", "2.0", "", Map.of("letters.txt", "abc".getBytes(StandardCharsets.UTF_8)));
        return repository;
    }

    static String dependency(String artifact, String version, String scope) {
        return "<dependency><groupId>org.example</groupId><artifactId>" + artifact + "</artifactId><version>" + version
                + "</version><scope>" + scope + "</scope></dependency>";
    }

    void add(String artifact, String version, String dependencies, Map<String, byte[]> files) throws IOException {
        var place = Files.createDirectories(
                folder.resolve("org/example").resolve(artifact).resolve(version));
        var name = artifact + "-" + version;
        Files.writeString(
                place.resolve(name + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version><dependencies>" + dependencies
                        + "</dependencies></project>");
        try (var jar = new JarOutputStream(Files.newOutputStream(place.resolve(name + ".jar")))) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
    }

    Path folder() {
        return folder;
    }

    String url() {
        return folder.toUri().toString();
    }

    /** The folder {@code .m2} of the user. */
    Path mavenHome() {
        return home;
    }

    /** Sends whatever would go to Central to an address. */
    void mirrorCentralTo(String url) throws IOException {
        settings("<mirrors><mirror><id>mirror</id><mirrorOf>*</mirrorOf><url>" + url + "</url></mirror></mirrors>");
    }

    void settings(String content) throws IOException {
        Files.writeString(home.resolve("settings.xml"), "<settings>" + content + "</settings>");
    }
}
