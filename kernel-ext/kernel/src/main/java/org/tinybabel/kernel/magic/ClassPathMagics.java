package org.tinybabel.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %jars} and {@code %classpath}. */
final class ClassPathMagics {

    private final ClassPath classPath;

    ClassPathMagics(ClassPath classPath) {
        this.classPath = classPath;
    }

    /** Adds jars; a folder stands for the jars in it. Returns the paths that the patterns mean, as IJava does. */
    Object jars(Arguments arguments) throws IOException {
        var jars = new ArrayList<Path>();
        for (var path : matches(arguments.atLeastOne("%jars libs/*.jar"))) {
            if (Files.isDirectory(path)) {
                jars.addAll(Globs.find(path.toString().replace('\\', '/') + "/*.jar"));
            } else {
                jars.add(path);
            }
        }
        return add(jars);
    }

    /** Adds jars and folders of classes. */
    Object entries(Arguments arguments) throws IOException {
        return add(matches(arguments.atLeastOne("%classpath target/classes")));
    }

    private static List<Path> matches(List<String> patterns) throws IOException {
        var all = new ArrayList<Path>();
        for (var pattern : patterns) {
            var found = Globs.find(pattern);
            if (found.isEmpty()) {
                throw new MagicException("Nothing matches " + pattern + ", looked for from the folder "
                        + Path.of("").toAbsolutePath() + ".");
            }
            all.addAll(found);
        }
        return all;
    }

    private List<String> add(List<Path> paths) {
        var added = classPath.add(paths);
        if (!added.isEmpty()) {
            System.out.println("Added to the class path: "
                    + added.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", ")));
        }
        return paths.stream().map(path -> path.toAbsolutePath().toString()).toList();
    }
}
