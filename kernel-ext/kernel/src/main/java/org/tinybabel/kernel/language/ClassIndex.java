package org.tinybabel.kernel.language;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** All top-level classes that cells could import: by simple name, and the packages that they are in. */
final class ClassIndex {

    private final SortedMap<String, TreeSet<String>> packagesOfClass = new TreeMap<>();
    private final TreeSet<String> packages = new TreeSet<>();
    private final Map<Path, List<String>> read = new HashMap<>();
    private List<Path> classPath = List.of();

    /** The packages, best first, that have a class of that name. */
    synchronized List<String> packagesOf(CellScope scope, String simpleName) {
        update(scope.classPath());
        return packagesOfClass.getOrDefault(simpleName, new TreeSet<>()).stream()
                .sorted((a, b) -> rank(a) - rank(b))
                .toList();
    }

    /** What students import comes before the insides of libraries. */
    private static int rank(String packageName) {
        return packageName.startsWith("java.util")
                ? 0
                : packageName.startsWith("java.awt") || packageName.startsWith("javax.")
                        ? 3
                        : packageName.startsWith("java.")
                                ? 1
                                : packageName.contains(".internal") || packageName.contains(".impl") ? 4 : 2;
    }

    /** Qualified names of the classes whose simple names start like that. */
    synchronized List<String> classesStartingWith(CellScope scope, String prefix) {
        update(scope.classPath());
        var found = new ArrayList<String>();
        packagesOfClass.subMap(prefix, prefix + Character.MAX_VALUE).forEach((name, owners) -> owners.stream()
                .filter(owner -> rank(owner) < 4)
                .forEach(owner -> found.add(owner + "." + name)));
        return found;
    }

    /** All packages with classes. */
    synchronized TreeSet<String> packages(CellScope scope) {
        update(scope.classPath());
        return packages;
    }

    /** Names of the packages directly below one, or of the first parts of all for a blank. */
    synchronized TreeSet<String> subpackages(CellScope scope, String above) {
        var start = above.isBlank() ? "" : above + ".";
        var found = new TreeSet<String>();
        for (var name : packages(scope).tailSet(start)) {
            if (!name.startsWith(start)) {
                break;
            }
            var rest = name.substring(start.length());
            var dot = rest.indexOf('.');
            found.add(dot < 0 ? rest : rest.substring(0, dot));
        }
        return found;
    }

    private void update(List<Path> now) {
        if (packages.isEmpty()) {
            systemClasses().forEach(this::add);
        }
        if (!now.equals(classPath)) {
            for (var entry : now) {
                read.computeIfAbsent(entry, ClassIndex::classesOf).forEach(this::add);
            }
            classPath = now;
        }
    }

    private void add(String qualifiedName) {
        var dot = qualifiedName.lastIndexOf('.');
        if (dot > 0) {
            var owner = qualifiedName.substring(0, dot);
            packages.add(owner);
            packagesOfClass
                    .computeIfAbsent(qualifiedName.substring(dot + 1), name -> new TreeSet<>())
                    .add(owner);
        }
    }

    private static List<String> systemClasses() {
        var modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        var found = new ArrayList<String>();
        for (var module : ModuleLayer.boot().modules()) {
            for (var exported : module.getDescriptor().exports()) {
                if (!exported.isQualified()
                        && (exported.source().startsWith("java.")
                                || exported.source().startsWith("javax."))) {
                    list(
                            modules.resolve(module.getName())
                                    .resolve(exported.source().replace('.', '/')),
                            found,
                            exported.source());
                }
            }
        }
        return found;
    }

    private static void list(Path folder, List<String> found, String packageName) {
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(ClassIndex::isTopLevel)
                    .forEach(name -> found.add(packageName + "." + name.substring(0, name.length() - 6)));
        } catch (IOException e) {
            // Then its classes are not proposed.
        }
    }

    private static boolean isTopLevel(String file) {
        return file.endsWith(".class") && file.indexOf('$') < 0 && file.indexOf('-') < 0;
    }

    private static List<String> classesOf(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                try (var files = Files.walk(entry)) {
                    return qualified(
                            files.map(file -> entry.relativize(file).toString().replace('\\', '/')));
                }
            } else if (Files.isRegularFile(entry)) {
                try (var jar = new JarFile(entry.toFile(), false)) {
                    return qualified(jar.stream().map(each -> each.getName()));
                }
            }
        } catch (IOException e) {
            // Then its classes are not proposed.
        }
        return List.of();
    }

    private static List<String> qualified(Stream<String> files) {
        return files.filter(file -> isTopLevel(file) && !file.startsWith("META-INF"))
                .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                .toList();
    }
}
