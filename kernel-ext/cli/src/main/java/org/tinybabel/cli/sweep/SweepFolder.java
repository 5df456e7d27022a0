package org.tinybabel.cli.sweep;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.report.AtomicFile;
import org.tinybabel.lab.scaling.ScaledModel;
import org.tinybabel.lab.scaling.ScalingGrid;

/**
 * The folder of a sweep: {@code grid.json}, and for each unit that is trained a file of its models. Several processes, also on
 * several machines, may write units into one folder.
 */
public final class SweepFolder {

    private static final String GRID = "grid.json";

    private final Path folder;
    private final ScalingGrid grid;

    private SweepFolder(Path folder, ScalingGrid grid) {
        this.folder = folder;
        this.grid = grid;
    }

    /**
     * Makes a folder for a grid, or goes on with one.
     *
     * @param folder which; made if need be
     * @param grid the whole sweep
     * @return the folder
     * @throws UserError if the folder belongs to another grid, or cannot be made or written
     * @throws IOException if the folder cannot be read
     */
    public static SweepFolder open(Path folder, ScalingGrid grid) throws IOException {
        make(folder);
        var file = folder.resolve(GRID);
        if (!Files.exists(file)) {
            AtomicFile.write(file, GridFile.write(grid) + "\n");
        }
        var there = GridFile.read(file);
        if (!there.equals(grid)) {
            throw new UserError("The folder " + folder + " belongs to another grid: "
                    + String.join(", ", GridFile.differences(there, grid)) + " in its " + GRID
                    + " differs. Nothing was changed; choose another folder with --out.");
        }
        return new SweepFolder(folder, grid);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserError("The folder " + folder + " cannot be made (" + e + "). Choose another with --out.");
        }
        if (!Files.isWritable(folder)) {
            throw new UserError("The folder " + folder + " cannot be written. Choose another with --out.");
        }
    }

    /**
     * A folder that a sweep has written.
     *
     * @param folder which
     * @return the folder with its grid
     * @throws UserError if it is none
     * @throws IOException if it cannot be read
     */
    public static SweepFolder existing(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(GRID))) {
            throw new UserError("There is no sweep in " + folder + ": it has no " + GRID + ".");
        }
        return new SweepFolder(folder, GridFile.read(folder.resolve(GRID)));
    }

    /**
     * The whole sweep.
     *
     * @return the grid, of which this folder may hold a part
     */
    public ScalingGrid grid() {
        return grid;
    }

    /**
     * Where it lies.
     *
     * @return the folder's path
     */
    public Path path() {
        return folder;
    }

    /**
     * Whether a unit is trained already.
     *
     * @param unit which
     * @return whether all its models are there
     * @throws UserError if its file is damaged; the message names the line
     * @throws IOException if its file cannot be read
     */
    public boolean has(SweepUnit unit) throws IOException {
        try {
            return find(unit).isPresent();
        } catch (UserError e) {
            throw new UserError(e.getMessage() + " Delete the file to train this unit again.");
        }
    }

    Optional<TrainedUnit> find(SweepUnit unit) throws IOException {
        var file = folder.resolve(unit.file());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelLines.read(Files.readString(file), file.toString(), grid, unit));
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is damaged: it is not UTF-8 text.");
        }
    }

    void write(SweepUnit unit, String device, List<ScaledModel> models) throws IOException {
        AtomicFile.write(folder.resolve(unit.file()), ModelLines.write(grid, device, models));
    }

    /** Files of models that are no unit of the grid. */
    List<Path> strangers() throws IOException {
        var known = SweepUnit.of(grid).stream().map(SweepUnit::file).toList();
        var strangers = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "models-*.jsonl")) {
            for (var file : files) {
                if (!known.contains(file.getFileName().toString())) {
                    strangers.add(file);
                }
            }
        }
        return strangers.stream().sorted().toList();
    }
}
