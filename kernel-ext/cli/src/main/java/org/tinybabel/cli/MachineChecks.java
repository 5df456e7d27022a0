package org.tinybabel.cli;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Font;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinybabel.cli.grading.Grading;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.solutions.Solutions;

/** What the doctor asks of the machine itself. */
final class MachineChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double GIB = 1 << 30;

    private MachineChecks() {}

    static Finding java() {
        var found = System.getProperty("java.version") + " (" + System.getProperty("java.home") + ")";
        var compiler = Kit.java().resolveSibling(Program.isWindows() ? "javac.exe" : "javac");
        return Files.exists(compiler)
                ? Finding.ok("Java", found)
                : Finding.missing(
                        "Java",
                        found + ", a JRE without compiler",
                        "get the JDK: "
                                + Program.howToGet(
                                        "openjdk-17-jdk",
                                        "java-17-openjdk-devel",
                                        "openjdk@17",
                                        "EclipseAdoptium.Temurin.17.JDK"));
    }

    static Finding maven() {
        var fix = "only needed to build: " + Program.howToGet("maven", "maven", "maven", "Apache.Maven");
        var command = Program.find("mvn");
        if (command.isEmpty()) {
            return Finding.note("Maven", "none", fix);
        }
        try {
            var said = Program.run(PATIENCE, List.of(command.get().toString(), "-B", "-version"))
                    .output();
            var version = said.lines()
                    .filter(line -> line.contains("Apache Maven "))
                    .map(line -> line.replaceAll(".*Apache Maven ([0-9.]+).*", "$1"))
                    .findFirst();
            return version.isPresent()
                    ? Finding.ok("Maven", version.get() + " (" + command.get() + ")")
                    : Finding.note("Maven", command.get() + " does not start", fix);
        } catch (IOException e) {
            return Finding.note("Maven", command.get() + " does not start", fix);
        }
    }

    static Finding python() {
        var fix = "only needed for tinybabel lab: " + Python.howToGet();
        return Python.find()
                .map(python -> {
                    var found = python.version() + " (" + python.command() + ")";
                    if (python.tooOld()) {
                        return Finding.note("Python", found + ", older than 3.9", fix);
                    }
                    return python.hasVenv()
                            ? Finding.ok("Python", found)
                            : Finding.note("Python", found + ", without its venv module", fix);
                })
                .orElseGet(() -> Finding.note("Python", "none", fix));
    }

    static Finding cores() {
        var cores = Runtime.getRuntime().availableProcessors();
        return cores >= 2
                ? Finding.ok("cores", String.valueOf(cores))
                : Finding.note("cores", "1", "notebooks take about twice the stated time");
    }

    static Finding memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var total = system.getTotalMemorySize() / GIB;
        var found = String.format(Locale.ROOT, "%.1f GiB", total);
        return total > 3.5
                ? Finding.ok("memory", found)
                : Finding.note(
                        "memory", found, "4 GiB are comfortable: close other programs, run one notebook at a time");
    }

    /** Java opens files by names that the character set of the locale has letters for. */
    static Finding letters() {
        var charset = System.getProperty("sun.jnu.encoding");
        var fix = "export LC_ALL=C.UTF-8";
        if (!charset.equals("UTF-8") && !Program.isWindows()) {
            return Finding.note("file names", "only those that can be written in " + charset + " can be opened", fix);
        }
        return System.getProperty("tinybabel.locale", "").equals("none")
                ? Finding.note(
                        "file names",
                        "this terminal has no locale: tinybabel takes C.UTF-8, but mvn fails in a folder such as Übung",
                        fix)
                : Finding.ok("file names", "with all letters");
    }

    static Finding fonts() {
        var fix = Program.howToGet(
                "fonts-noto-core fonts-noto-cjk",
                "google-noto-sans-fonts google-noto-sans-cjk-fonts",
                "--cask font-noto-sans font-noto-sans-cjk",
                "Google.Noto");
        Font font;
        try {
            font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            font.canDisplay('a');
        } catch (RuntimeException | Error e) {
            return Finding.missing(
                    "fonts",
                    "Java finds no fonts at all, so no charts",
                    Program.howToGet("fontconfig " + fix, fix, fix, fix));
        }
        var lacking = samples().entrySet().stream()
                .filter(script -> font.canDisplayUpTo(script.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .toList();
        return lacking.isEmpty()
                ? Finding.ok("fonts", "all " + samples().size() + " scripts that the notebooks show")
                : Finding.note("fonts", "charts cannot show " + String.join(", ", lacking), fix);
    }

    /** A word in each script that the papers' languages are written in. */
    private static Map<String, String> samples() {
        var samples = new LinkedHashMap<String, String>();
        samples.put("Latin", "Żółć ə");
        samples.put("Greek", "λόγος");
        samples.put("Cyrillic", "слово");
        samples.put("Armenian", "բառ");
        samples.put("Georgian", "სიტყვა");
        samples.put("Hebrew", "מלה");
        samples.put("Arabic", "كلمة");
        samples.put("Devanagari", "शब्द");
        samples.put("Bengali", "শব্দ");
        samples.put("Gujarati", "શબ્દ");
        samples.put("Gurmukhi", "ਸ਼ਬਦ");
        samples.put("Tamil", "சொல்");
        samples.put("Telugu", "పదం");
        samples.put("Kannada", "ಪದ");
        samples.put("Malayalam", "വാക്ക്");
        samples.put("Thai", "คำ");
        samples.put("Lao", "ຄຳ");
        samples.put("Ethiopic", "ቃል");
        samples.put("Han", "语言");
        samples.put("Kana", "ことば");
        samples.put("Hangul", "말");
        return samples;
    }

    /** Found by starting a student process in it: installed is not enough. */
    static Finding sandbox(Kit kit) {
        var exercise = Solutions.exercises().get(0);
        var best = Grading.bestIsolation(kit, exercise);
        return switch (best.level()) {
            case FULL ->
                best.reason().isEmpty()
                        ? Finding.ok("sandbox", best.level().words())
                        : Finding.note(
                                "sandbox",
                                best.level().words() + "; " + best.reason(),
                                "let everybody read the kit's folder and Java's (chmod -R a+rX)");
            case NAMESPACES ->
                Finding.note(
                        "sandbox",
                        best.level().words(),
                        "good enough for grading; for limits on a whole submission let systemd run user sessions, or"
                                + " grade as root in a container of its own");
            case PROCESS -> Finding.note("sandbox", "none: " + best.reason(), sandboxFix(best));
        };
    }

    /** How to get a sandbox where there is none. */
    static String sandboxFix(Isolation none) {
        if (!Program.isMac() && !Program.isWindows()) {
            return none.reason().contains("installed") || none.reason().contains("too old")
                    ? Program.howToGet("bubblewrap", "bubblewrap", "", "")
                    : "allow user name spaces (sudo sysctl kernel.unprivileged_userns_clone=1, or the AppArmor profile"
                            + " bwrap-userns-restrict), or grade in a virtual machine";
        }
        return "grade in a virtual machine with Linux" + (Program.isWindows() ? ", such as WSL 2" : "");
    }
}
