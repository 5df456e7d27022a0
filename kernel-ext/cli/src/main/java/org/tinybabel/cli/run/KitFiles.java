package org.tinybabel.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * What lies on the class path of notebooks: the kit's own classes and files, and the versions of the other libraries. It is the same
 * whether the kit's classes lie in folders or in jars, and on every operating system.
 */
public final class KitFiles {

    private static final String OWN_JAR = "tinybabel-";
    private static final String SERVICES = "META-INF/services/";

    /** Name, version, and for native libraries the platform that they are for. */
    private static final Pattern LIBRARY =
            Pattern.compile("(.+?)-(\\d.*?)(?:-(?:linux|osx|win)-(?:x86_64|aarch64))?\\.jar");

    private final Map<String, ClassReferences> classes = new HashMap<>();
    private final SortedMap<String, byte[]> resources = new TreeMap<>();
    private final SortedMap<String, String> libraries = new TreeMap<>();

    private KitFiles() {}

    /**
     * Reads a class path.
     *
     * @param classPath jars, and folders with classes of the kit
     * @return what lies there
     * @throws UncheckedIOException if a file cannot be read
     */
    public static KitFiles of(List<Path> classPath) {
        var files = new KitFiles();
        try {
            for (var entry : classPath) {
                if (Files.isDirectory(entry)) {
                    files.readFolder(entry);
                } else if (entry.getFileName().toString().startsWith(OWN_JAR)) {
                    files.readJar(entry);
                } else {
                    files.library(entry.getFileName().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void readFolder(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private void readJar(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    try (var content = zip.getInputStream(entry)) {
                        add(entry.getName(), content.readAllBytes());
                    }
                }
            }
        }
    }

    private void add(String path, byte[] content) {
        if (!path.endsWith(".class")) {
            resources.put(path, content);
        } else if (!path.endsWith("-info.class")) {
            var references = ClassReferences.of(content);
            classes.put(references.name(), references);
        }
    }

    private void library(String jar) {
        var parts = LIBRARY.matcher(jar);
        if (parts.matches()) {
            libraries.put(parts.group(1), parts.group(2));
        } else {
            libraries.put(jar, "");
        }
    }

    /** The kit's classes by name, such as {@code org/tinybabel/display/Html}. */
    Map<String, ClassReferences> classes() {
        return classes;
    }

    /** The kit's other files by path. */
    SortedMap<String, byte[]> resources() {
        return resources;
    }

    /** The versions of other libraries by name, those without a version blank. */
    SortedMap<String, String> libraries() {
        return libraries;
    }

    /** The classes that serve as an interface's implementations. */
    Collection<String> providers(String service) {
        var list = resources.getOrDefault(SERVICES + service.replace('/', '.'), new byte[0]);
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip().replace('.', '/'))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
