package org.tinybabel.kernel.magic;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.kernel.eval.Evaluator;

/** The jars and folders that cells can use: those of the kit, and those that the notebook adds. */
public final class ClassPath {

    private final Supplier<Evaluator> evaluator;
    private final Set<Path> added = new LinkedHashSet<>();
    private final List<JarName> addedJars = new ArrayList<>();
    private Optional<List<JarName>> preloaded = Optional.empty();

    /**
     * The class path of a notebook.
     *
     * @param evaluator gives the evaluator of its cells, which may still be starting
     */
    public ClassPath(Supplier<Evaluator> evaluator) {
        this.evaluator = evaluator;
    }

    /** The library that cells already have under this name, in whatever version. */
    synchronized Optional<JarName> find(String group, String artifact) {
        return Stream.concat(preloaded().stream(), addedJars.stream())
                .filter(jar -> jar.is(group, artifact))
                .findFirst();
    }

    /** Read when first needed, since it opens every jar. */
    private List<JarName> preloaded() {
        if (preloaded.isEmpty()) {
            preloaded = Optional.of(
                    Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                            .filter(entry -> entry.endsWith(".jar"))
                            .flatMap(entry -> JarName.of(Path.of(entry)).stream())
                            .toList());
        }
        return preloaded.get();
    }

    /**
     * Adds jars and folders. What is there already is left out, also another version of a library: two versions at once
     * would mix.
     *
     * @param entries what to add
     * @return what was added
     * @throws MagicException if one does not exist
     */
    public synchronized List<Path> add(List<Path> entries) {
        var fresh = new ArrayList<Path>();
        for (var entry : entries) {
            var path = entry.toAbsolutePath().normalize();
            if (!Files.exists(path)) {
                throw new MagicException("There is no " + path + " to add to the class path.");
            }
            if (added.contains(path) || isKnown(path)) {
                continue;
            }
            fresh.add(path);
            added.add(path);
            JarName.of(path).ifPresent(addedJars::add);
        }
        evaluator.get().addToClassPath(fresh);
        return fresh;
    }

    private boolean isKnown(Path path) {
        var name = path.toString().endsWith(".jar") ? JarName.of(path) : Optional.<JarName>empty();
        var known = name.flatMap(jar -> find(jar.group(), jar.artifact()));
        known.filter(jar -> !jar.version().equals(name.get().version()))
                .ifPresent(jar -> System.out.println(stays(jar, name.get().version())));
        return known.isPresent();
    }

    static String stays(JarName present, String wanted) {
        return "Note: " + present.artifact() + " " + present.version() + " is loaded and stays, instead of " + wanted
                + ".";
    }

    /** What the notebook has added, as a class path. */
    synchronized String text() {
        return added.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
