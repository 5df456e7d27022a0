package org.tinybabel.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tinybabel.kernel.magic.ArtifactResolver.Resolved;

/** {@code %maven} and its relatives. */
final class MavenMagics {

    private static final Set<String> RUN_SCOPES = Set.of("compile", "runtime", "system", "import");

    private final ClassPath classPath;
    private final ResolverLoader loader = new ResolverLoader();

    MavenMagics(ClassPath classPath) {
        this.classPath = classPath;
    }

    Object repository(Arguments arguments) {
        if (arguments.words().size() != 2) {
            throw new MagicException("%mavenRepo takes a name and an address, as in"
                    + "  %mavenRepo snapshots https://repo.example.org/snapshots");
        }
        loader.resolver()
                .addRepository(arguments.words().get(0), arguments.words().get(1));
        return null;
    }

    Object dependencies(Arguments arguments) throws Exception {
        var wanted = new ArrayList<Coordinates>();
        for (var word : arguments.atLeastOne("%maven org.apache.commons:commons-csv:1.10.0")) {
            var name = Coordinates.parse(word);
            var present = name.classifier().isBlank()
                    ? classPath.find(name.group(), name.artifact())
                    : java.util.Optional.<JarName>empty();
            if (present.isEmpty()) {
                wanted.add(name);
            } else if (!present.get().version().equals(name.version())) {
                System.out.println(ClassPath.stays(present.get(), name.version()));
            }
        }
        if (!wanted.isEmpty()) {
            var resolver = loader.resolver();
            add(resolver, watcher -> resolver.resolve(wanted, isPresent(), watcher));
        }
        return null;
    }

    Object pomFile(Arguments arguments) throws Exception {
        var words = arguments.atLeastOne("%loadFromPOM pom.xml");
        var pom = Path.of(words.get(0)).toAbsolutePath();
        if (!Files.isRegularFile(pom)) {
            throw new MagicException("There is no POM at " + pom + ".");
        }
        return loadFrom(pom, words.subList(1, words.size()));
    }

    Object pomText(Arguments arguments, String body) throws Exception {
        var folder = Files.createTempDirectory("tinybabel-pom");
        var file = folder.resolve("pom.xml");
        try {
            Files.writeString(file, PomFragment.complete(body));
            return loadFrom(file, arguments.words());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Object loadFrom(Path pom, List<String> scopes) throws Exception {
        var resolver = loader.resolver();
        var wanted = scopes.isEmpty() ? RUN_SCOPES : Set.copyOf(scopes);
        add(resolver, watcher -> resolver.resolve(pom, wanted, isPresent(), watcher));
        return null;
    }

    private Predicate<Coordinates> isPresent() {
        return name -> name.classifier().isBlank()
                && classPath.find(name.group(), name.artifact()).isPresent();
    }

    private void add(ArtifactResolver resolver, Function<ArtifactResolver.Watcher, List<Resolved>> resolution)
            throws InterruptedException {
        var files = fetched(resolver, resolution);
        var added = classPath.add(files.stream().map(Resolved::file).toList());
        report(files, new LinkedHashSet<>(added));
    }

    /** Resolves on a thread of its own, since reading from the network does not react to interrupts. */
    private static List<Resolved> fetched(
            ArtifactResolver resolver, Function<ArtifactResolver.Watcher, List<Resolved>> resolution)
            throws InterruptedException {
        try (var line = new DownloadLine()) {
            var task = new FutureTask<>(() -> resolution.apply(line));
            var thread = new Thread(task, "maven");
            thread.setDaemon(true);
            thread.start();
            try {
                return task.get();
            } catch (InterruptedException e) {
                line.cancel();
                new Thread(resolver::stop, "maven-stop").start();
                throw e;
            } catch (ExecutionException e) {
                // Made anew, since the trace of the other thread does not name the cell.
                throw e.getCause() instanceof MagicException
                        ? new MagicException(e.getCause().getMessage(), e.getCause())
                        : new MagicException("The libraries cannot be fetched: " + e.getCause(), e.getCause());
            }
        }
    }

    private static void report(List<Resolved> files, Set<Path> added) {
        var names = files.stream()
                .filter(each -> added.contains(each.file().toAbsolutePath().normalize()))
                .map(each -> each.name().artifact() + " " + each.name().version())
                .collect(Collectors.joining(", "));
        System.out.println(
                names.isEmpty() ? "Everything is on the class path already." : "Added to the class path: " + names);
    }
}
