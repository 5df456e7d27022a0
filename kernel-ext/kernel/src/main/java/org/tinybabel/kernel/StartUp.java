package org.tinybabel.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.tinybabel.kernel.magic.Arguments;
import org.tinybabel.kernel.magic.Globs;

/**
 * What environment variables say about a kernel. Each can also be called by the name that IJava and JJava have for it:
 * {@code TINYBABEL_TIMEOUT}, {@code JJAVA_TIMEOUT}, {@code IJAVA_TIMEOUT}, in this order.
 *
 * <ul>
 *   <li>{@code TINYBABEL_CLASSPATH}: jars and folders, separated as in a class path; patterns such as
 *       {@code libs/*.jar} are allowed.
 *   <li>{@code TINYBABEL_STARTUP_SCRIPTS_PATH}: files of Java code to run before the first cell, in the same form.
 *   <li>{@code TINYBABEL_STARTUP_SCRIPT}: Java code to run after them.
 *   <li>{@code TINYBABEL_COMPILER_OPTS}: options of javac, separated by spaces.
 *   <li>{@code TINYBABEL_TIMEOUT}: after how long to stop a cell: milliseconds, or a number and a unit such as
 *       {@code 30 SECONDS}. Less than 1 means never.
 *   <li>{@code TINYBABEL_WIDGETS}: {@code off} shows knobs as text, for front ends that claim to have widgets and do not.
 * </ul>
 *
 * @param classPath what cells can use beside the kit
 * @param scripts what runs before the first cell
 * @param compilerOptions options of javac beside the kernel's own
 * @param timeLimit after how long to stop a cell
 * @param widgets whether knobs are widgets
 * @param problems what the reader should know of settings that cannot be followed
 */
record StartUp(
        List<Path> classPath,
        List<Script> scripts,
        List<String> compilerOptions,
        Optional<TimeLimit> timeLimit,
        boolean widgets,
        List<String> problems) {

    static final String TIMEOUT = "TINYBABEL_TIMEOUT";

    private static final List<String> PREFIXES = List.of("TINYBABEL_", "JJAVA_", "IJAVA_");
    private static final Pattern DURATION = Pattern.compile("(-?\\d+)(?:\\s+([A-Za-z]+))?");
    private static final double NANOS = 1e9;

    /**
     * Code that runs before the first cell.
     *
     * @param label what errors call it
     * @param source the code
     */
    record Script(String label, String source) {}

    /**
     * When a cell is stopped.
     *
     * @param seconds after how many seconds
     * @param source what asked for it, such as {@code %%timeout}
     */
    record TimeLimit(double seconds, String source) {

        static Optional<TimeLimit> ofCell(OptionalDouble seconds) {
            return seconds.isPresent()
                    ? Optional.of(new TimeLimit(seconds.getAsDouble(), "%%timeout"))
                    : Optional.empty();
        }
    }

    /** A variable that is set. */
    private record Setting(String name, String value) {}

    /** Reads the environment; what cannot be read becomes a problem, not an exception. */
    static StartUp of(Map<String, String> environment) {
        var problems = new ArrayList<String>();
        var classPath = find(environment, "CLASSPATH")
                .map(setting -> files(setting, problems))
                .orElse(List.of());
        var scripts = new ArrayList<Script>();
        find(environment, "STARTUP_SCRIPTS_PATH").ifPresent(setting -> {
            for (var file : files(setting, problems)) {
                try {
                    if (Files.isRegularFile(file)) {
                        scripts.add(new Script(file.getFileName().toString(), Files.readString(file)));
                    }
                } catch (IOException e) {
                    problems.add("The start-up script " + file + " cannot be read: " + e.getMessage());
                }
            }
        });
        find(environment, "STARTUP_SCRIPT")
                .ifPresent(setting -> scripts.add(new Script(setting.name(), setting.value())));
        if (environment.containsKey("JJAVA_JVM_OPTS")) {
            problems.add(
                    "JJAVA_JVM_OPTS is not followed, since this kernel is the only process and already runs when it"
                            + " could read it: put the same options into JDK_JAVA_OPTIONS.");
        }
        return new StartUp(
                classPath,
                scripts,
                find(environment, "COMPILER_OPTS")
                        .map(setting -> options(setting, problems))
                        .orElse(List.of()),
                find(environment, "TIMEOUT").flatMap(setting -> limit(setting, problems)),
                find(environment, "WIDGETS")
                        .map(setting -> on(setting, problems))
                        .orElse(true),
                problems);
    }

    private static Optional<Setting> find(Map<String, String> environment, String name) {
        return PREFIXES.stream()
                .map(prefix -> prefix + name)
                .filter(full -> !environment.getOrDefault(full, "").isBlank())
                .map(full -> new Setting(full, environment.get(full)))
                .findFirst();
    }

    private static List<Path> files(Setting setting, List<String> problems) {
        var all = new ArrayList<Path>();
        for (var pattern : setting.value().split(Pattern.quote(File.pathSeparator))) {
            if (pattern.isBlank()) {
                continue;
            }
            try {
                var literal = Path.of(pattern.strip());
                var found = Files.exists(literal) && !pattern.endsWith("/")
                        ? List.of(literal)
                        : Globs.find(pattern.strip());
                if (found.isEmpty()) {
                    problems.add(setting.name() + ": nothing matches " + pattern.strip() + ".");
                }
                all.addAll(found);
            } catch (IOException | InvalidPathException e) {
                problems.add(setting.name() + ": " + pattern.strip() + " cannot be read: " + e.getMessage());
            }
        }
        return all;
    }

    /** Asks the compiler, since JShell fails on every cell when an option is wrong. */
    private static List<String> options(Setting setting, List<String> problems) {
        var options = Arguments.parse(setting.value()).words();
        try {
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, List.of("java.lang.Object"), null);
            return options;
        } catch (IllegalArgumentException e) {
            problems.add(setting.name() + " is left out, since javac does not take it: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean on(Setting setting, List<String> problems) {
        var word = setting.value().strip().toLowerCase(Locale.ROOT);
        if (!word.equals("on") && !word.equals("off")) {
            problems.add(setting.name() + " should be on or off, not \"" + setting.value() + "\": knobs are widgets.");
        }
        return !word.equals("off");
    }

    private static Optional<TimeLimit> limit(Setting setting, List<String> problems) {
        var duration = DURATION.matcher(setting.value().strip());
        try {
            if (duration.matches()) {
                var unit = duration.group(2) == null
                        ? TimeUnit.MILLISECONDS
                        : TimeUnit.valueOf(duration.group(2).toUpperCase(Locale.ROOT));
                var number = Long.parseLong(duration.group(1));
                return number < 1
                        ? Optional.empty()
                        : Optional.of(new TimeLimit(unit.toNanos(number) / NANOS, setting.name()));
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        problems.add(setting.name() + " should be milliseconds, or a number and a unit such as 30 SECONDS, not \""
                + setting.value() + "\": cells have no time limit.");
        return Optional.empty();
    }
}
