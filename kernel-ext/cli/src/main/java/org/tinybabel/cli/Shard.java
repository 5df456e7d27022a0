package org.tinybabel.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One part of the work, for one of several machines. Every part takes every N-th submission in the order of students, so that
 * parts are of equal size and need no agreement.
 *
 * @param number which part, from 1
 * @param of how many there are
 */
record Shard(int number, int of) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    Shard {
        if (number < 1 || number > of) {
            throw new UserError(
                    "--shard must lie between 1/" + of + " and " + of + "/" + of + ", got " + number + "/" + of + ".");
        }
    }

    /** The part that a user or a scheduler has chosen; none without {@code --shard}. */
    static Optional<Shard> chosen(Optional<String> written, Map<String, String> environment) {
        return written.map(text -> text.equals("auto") ? ofScheduler(environment) : of(text));
    }

    private static Shard of(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new UserError("--shard must be I/N, such as 3/20, or auto; got \"" + text + "\".");
        }
        return new Shard(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** Slurm counts its tasks from any number in any steps; Kubernetes from 0, and leaves their number to the manifest. */
    private static Shard ofScheduler(Map<String, String> environment) {
        if (environment.containsKey("SLURM_ARRAY_TASK_ID")) {
            var first = number(environment, "SLURM_ARRAY_TASK_MIN", "0");
            var step = number(environment, "SLURM_ARRAY_TASK_STEP", "1");
            return new Shard(
                    (number(environment, "SLURM_ARRAY_TASK_ID", "") - first) / step + 1,
                    number(environment, "SLURM_ARRAY_TASK_COUNT", ""));
        }
        if (environment.containsKey("JOB_COMPLETION_INDEX")) {
            return new Shard(
                    number(environment, "JOB_COMPLETION_INDEX", "") + 1, number(environment, "TINYBABEL_SHARDS", ""));
        }
        throw new UserError(
                "--shard auto needs a task of a Slurm array (SLURM_ARRAY_TASK_ID) or of an indexed Kubernetes"
                        + " job (JOB_COMPLETION_INDEX and TINYBABEL_SHARDS); neither is set. Use --shard I/N.");
    }

    private static int number(Map<String, String> environment, String name, String otherwise) {
        var text = environment.getOrDefault(name, otherwise);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UserError("The environment variable " + name + " must be a number, got \"" + text + "\".");
        }
    }

    /** This part of a list. */
    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
