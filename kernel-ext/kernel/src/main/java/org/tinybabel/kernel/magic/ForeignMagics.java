package org.tinybabel.kernel.magic;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Magics of other kernels that there are not here on purpose, and what to use instead. */
final class ForeignMagics {

    private static final String SHELL = " is not offered: a notebook that runs shell commands works only on machines"
            + " like its author's. Use Java instead: new ProcessBuilder(\"ls\", \"-l\").inheritIO().start().waitFor() runs a"
            + " program, Files.list(Path.of(\".\")) lists a folder.";
    private static final String ENVIRONMENT =
            " is not offered: a notebook should not change the environment of its kernel."
                    + " System.getenv(\"HOME\") reads a variable; set others in the env of the kernel's kernel.json.";
    private static final String PACKAGES =
            " is not offered: Java's libraries come from Maven repositories, as in  %maven group:artifact:version";
    private static final String MARKUP = " is not offered. Use the functions instead:"
            + " render(\"<b>text</b>\", \"text/html\") shows HTML, render(\"*text*\", \"text/markdown\") Markdown.";

    private static final Map<Set<String>, String> ADVICE = Map.of(
            Set.of("env", "set_env", "setenv"),
            ENVIRONMENT,
            Set.of("sh", "bash", "shell", "system", "sx", "cmd", "script", "cd", "pwd", "ls", "cat", "mkdir", "rm"),
            SHELL,
            Set.of("pip", "conda", "mamba"),
            PACKAGES,
            Set.of("html", "HTML", "markdown", "javascript", "js", "svg", "latex"),
            MARKUP);

    private static final Pattern COMMAND = Pattern.compile("!\\s*([A-Za-z][\\w./-]*)(?:\\s+([-~./$\\w\"'*].*))?");
    private static final Set<String> BARE_COMMANDS = Set.of("ls", "pwd", "dir", "env", "whoami", "date", "top", "ps");

    private ForeignMagics() {}

    static Optional<String> advice(String magic) {
        var name = magic.replaceFirst("^%+", "");
        return ADVICE.entrySet().stream()
                .filter(entry -> entry.getKey().contains(name))
                .map(entry -> magic + entry.getValue())
                .findFirst();
    }

    /** What to say of a line if it is a shell command as in IPython; a negated expression is not. */
    static Optional<String> shellAdvice(String line) {
        var matcher = COMMAND.matcher(line.strip());
        if (!matcher.matches() || line.stripTrailing().endsWith(";")) {
            return Optional.empty();
        }
        var name = matcher.group(1);
        var isCommand = matcher.group(2) == null ? BARE_COMMANDS.contains(name) : !name.contains("instanceof");
        if (!isCommand) {
            return Optional.empty();
        }
        return Optional.of(name.equals("pip") || name.equals("conda") ? "!" + name + PACKAGES : "!" + name + SHELL);
    }
}
