package org.tinybabel.kernel.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a cell sees that is about to be written: a picture of the notebook that needs no lock to be read.
 *
 * @param header package and imports that make what cells have declared visible
 * @param classFiles the class files of cells by class name; may grow while it is read
 * @param classPath jars and folders that cells compile against
 * @param declarations what cells have declared, by name; several for overloaded methods
 * @param values the short text of a variable's value, by its name, as far as that can be told without running code
 */
public record CellScope(
        String header,
        Map<String, byte[]> classFiles,
        List<Path> classPath,
        Map<String, List<Declaration>> declarations,
        Function<String, Optional<String>> values) {

    /** The package of the classes that hold what cells declare. */
    static final String CELL_PACKAGE = "REPL";

    /**
     * Something that a cell declared.
     *
     * @param cell what messages call the cell
     * @param source the declaration with its comment, as the cell has it
     */
    public record Declaration(String cell, String source) {}
}
