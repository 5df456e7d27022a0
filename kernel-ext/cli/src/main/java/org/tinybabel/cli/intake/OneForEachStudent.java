package org.tinybabel.cli.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.report.Roster;

/** Chooses of all notebooks that were found the one that counts for each student: the last one, where that can be told. */
final class OneForEachStudent {

    private record Owned(Found found, Owner owner, String student, String name) {

        Optional<Instant> packed() {
            return found.manifest().flatMap(Manifest::packed);
        }
    }

    private OneForEachStudent() {}

    /**
     * Chooses.
     *
     * @throws UserError if a student has several notebooks and nothing tells which is the last
     */
    static List<HandedIn> of(List<Found> found, Optional<Roster> roster) {
        var chosen = new ArrayList<HandedIn>();
        found.stream()
                .map(one -> owned(one, roster))
                .collect(Collectors.groupingBy(Owned::student, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> chosen.add(last(ofOne)));
        return chosen;
    }

    /** A learning platform knows its students; what a manifest says is what a student says. */
    private static Owned owned(Found found, Optional<Roster> roster) {
        var owner = Owner.of(found.ownerPath());
        var student = owner.student();
        var name = owner.name();
        if (!owner.platform() && found.manifest().isPresent()) {
            var manifest = found.manifest().get();
            student = manifest.student().isBlank() ? student : manifest.student();
            name = manifest.name();
        }
        var said = List.of(
                student, name, owner.student(), found.path(), found.path().replaceFirst(".*/", ""));
        var entry = roster.flatMap(known -> said.stream()
                .filter(text -> !text.isBlank())
                .flatMap(text -> known.find(text).stream())
                .findFirst());
        return entry.isPresent()
                ? new Owned(
                        found,
                        owner,
                        entry.get().id(),
                        entry.get().name().isBlank() ? name : entry.get().name())
                : new Owned(found, owner, student, name);
    }

    private static HandedIn last(List<Owned> all) {
        var usable = all.stream().filter(one -> one.found().usable()).toList();
        var counting = usable.isEmpty() ? all : usable;
        if (contradictory(counting)) {
            var first = counting.get(0);
            return new HandedIn(
                    new Submission(first.student(), first.name(), first.found().path(), "", counting.size()),
                    NotebookSource.refused("Several places hold a notebook of this student: " + paths(counting)
                            + ". Leave the one that counts."));
        }
        var last = counting.size() == 1 || usable.isEmpty() ? counting.get(counting.size() - 1) : ordered(counting);
        var attempts = Math.max(
                counting.size(),
                counting.stream().mapToInt(one -> one.owner().attempt()).max().orElse(1));
        var submission = new Submission(
                        last.student(),
                        last.name(),
                        last.found().path(),
                        last.packed().map(Instant::toString).orElse(""),
                        attempts,
                        last.found().note())
                .withNote(last.owner().late() ? "The learning platform marked it as late." : "")
                .withNote(chosenOf(counting));
        if (!usable.isEmpty() && usable.size() < all.size()) {
            submission = submission.withNote("Left out: "
                    + all.stream()
                            .filter(one -> !one.found().usable())
                            .map(one -> one.found().path())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return new HandedIn(submission, last.found().source());
    }

    /** Where students name themselves, one could hand in for another: the teacher sees all the files. */
    private static String chosenOf(List<Owned> counting) {
        var named =
                counting.stream().map(one -> one.owner().student()).distinct().count();
        return named < 2 ? "" : "The last of " + paths(counting) + ".";
    }

    private static String paths(List<Owned> several) {
        return several.stream().map(one -> one.found().path()).sorted().collect(Collectors.joining(", "));
    }

    /** A zip file that a student made can hold a name that a platform would give another student's file. */
    private static boolean contradictory(List<Owned> counting) {
        return counting.stream().anyMatch(one -> one.owner().platform())
                && counting.stream()
                                .map(one -> Owner.around(one.found().path()))
                                .distinct()
                                .count()
                        > 1;
    }

    private static Owned ordered(List<Owned> several) {
        if (several.stream().allMatch(one -> one.packed().isPresent())
                && several.stream().map(Owned::packed).distinct().count() == several.size()) {
            return several.stream()
                    .max(Comparator.comparing(one -> one.packed().orElseThrow()))
                    .orElseThrow();
        }
        if (several.stream().map(one -> one.owner().attempt()).distinct().count() == several.size()) {
            return several.stream()
                    .max(Comparator.comparing(one -> one.owner().attempt()))
                    .orElseThrow();
        }
        throw new UserError(several.get(0).student() + " has more than one notebook: " + paths(several)
                + ". Leave the one that counts.");
    }
}
