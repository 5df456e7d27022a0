package org.tinybabel.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code %load}: runs the code of a file as if it stood in the cell. */
final class LoadMagic {

    private static final List<String> ENDINGS = List.of("", ".jsh", ".jshell", ".java", ".ipynb");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^[ \\t]*package\\s+[\\w.]+\\s*;");

    private final Notebook notebook;

    LoadMagic(Notebook notebook) {
        this.notebook = notebook;
    }

    Object load(Arguments arguments) throws IOException {
        for (var name : arguments.atLeastOne("%load helpers.jsh")) {
            load(name);
        }
        return null;
    }

    private void load(String name) throws IOException {
        var home = System.getProperty("user.home");
        var wanted =
                Path.of(name.startsWith("~/") ? home + name.substring(1) : name).toAbsolutePath();
        var file = ENDINGS.stream()
                .map(ending -> wanted.resolveSibling(wanted.getFileName() + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new MagicException("There is no file " + wanted
                        + ", nor one of this name that ends in .jsh, .jshell, .java or .ipynb."));
        var label = file.getFileName().toString();
        if (label.endsWith(".ipynb")) {
            var number = 0;
            for (var cell : org.tinybabel.kernel.notebook.Notebook.read(file).codeCells()) {
                notebook.eval(cell.source(), label + ", code cell " + ++number);
            }
        } else {
            // JShell knows no packages; the line stays, so that errors name the right one.
            notebook.eval(PACKAGE.matcher(Files.readString(file)).replaceFirst(""), label);
        }
    }
}
