package org.tinybabel.cli;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Font;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        var found = "%.1f GiB".formatted(total);
        return total > 3.5
                ? Finding.ok("memory", found)
                : Finding.note(
                        "memory", found, "4 GiB are comfortable: close other programs, run one notebook at a time");
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

    static Finding sandbox() {
        var fix = "grade strangers' code in a container, or make a sandbox possible: ";
        if (Program.isMac() || Program.isWindows()) {
            return Finding.note("sandbox", "only on Linux", "grade strangers' code in a container");
        }
        var bubblewrap = Program.find("bwrap");
        if (bubblewrap.isEmpty()) {
            return Finding.note("sandbox", "none", fix + Program.howToGet("bubblewrap", "bubblewrap", "", ""));
        }
        try {
            // Installed is not enough: containers and some distributions forbid the name spaces it needs.
            var outcome = Program.run(
                    PATIENCE,
                    List.of(
                            bubblewrap.get().toString(),
                            "--ro-bind",
                            "/",
                            "/",
                            "--unshare-all",
                            "--die-with-parent",
                            "--proc",
                            "/proc",
                            "--dev",
                            "/dev",
                            "true"));
            return outcome.succeeded()
                    ? Finding.ok("sandbox", "bubblewrap works (" + bubblewrap.get() + "); grading does not use it yet")
                    : Finding.note(
                            "sandbox",
                            "bubblewrap is refused: " + outcome.lastLine(),
                            fix + "allow user name spaces: sudo sysctl kernel.unprivileged_userns_clone=1");
        } catch (IOException e) {
            return Finding.note("sandbox", "bubblewrap does not start: " + e.getMessage(), fix + "install it again");
        }
    }
}
