package org.tinybabel.lab.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts anew on a live hub, and writes the tables {@code cjk-hub-counts.csv} and {@code cjk-hub-joint.csv} into a folder. Both are
 * there in the end, or the folder is as it was.
 */
public final class HubRefresh {

    private final HubClient client;

    /**
     * A refresh.
     *
     * @param client lists the datasets
     */
    public HubRefresh(HubClient client) {
        this.client = client;
    }

    /**
     * Lists, counts and writes. It takes a minute or so, since the hub is asked once a second.
     *
     * @param folder where to write; it may hold tables of an earlier refresh, which are replaced, and nothing else
     * @param snapshot the date to write into the table, such as {@code 2026-03-01}
     * @return the files, in alphabetical order
     * @throws HubException if the hub could not be read
     * @throws IOException if the folder holds other files, or cannot be written to
     * @throws InterruptedException if the thread is told to stop
     */
    public List<Path> into(Path folder, String snapshot) throws IOException, InterruptedException {
        refuseOtherFiles(folder);
        var place = folder.toAbsolutePath().normalize();
        var fresh = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        // Notices at once if there is no writing here; between here and the end, whoever stops this leaves nothing
        // behind.
        Files.createDirectories(fresh);
        delete(fresh);
        var catalogue = catalogue();
        Files.createDirectory(fresh);
        try {
            var tables = List.of(catalogue.counts(snapshot), catalogue.joint());
            for (var table : tables) {
                Files.writeString(
                        fresh.resolve(table.name() + ".csv"), table.write().toString("csv"));
            }
            swap(place, fresh);
            return tables.stream()
                    .map(table -> folder.resolve(table.name() + ".csv"))
                    .toList();
        } finally {
            delete(fresh);
        }
    }

    private HubCatalogue catalogue() throws HubException, InterruptedException {
        var datasets = new LinkedHashMap<String, List<HubDataset>>();
        for (var language : HubCatalogue.LANGUAGES) {
            datasets.put(language, client.datasets(language));
        }
        return HubCatalogue.of(datasets);
    }

    private static void refuseOtherFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            var others = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            others.removeAll(Set.of("cjk-hub-counts.csv", "cjk-hub-joint.csv"));
            if (!others.isEmpty()) {
                throw new IOException(folder + " holds other files (such as "
                        + others.iterator().next() + "); name a folder of its own.");
            }
        }
    }

    /** A reader never sees one new and one old table. */
    private static void swap(Path place, Path fresh) throws IOException {
        if (!Files.exists(place)) {
            Files.move(fresh, place);
            return;
        }
        var old = fresh.resolveSibling(fresh.getFileName() + ".old");
        Files.move(place, old);
        try {
            Files.move(fresh, place);
        } catch (IOException e) {
            Files.move(old, place);
            throw e;
        }
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
