package org.tinybabel.cli.intake;

import java.util.regex.Pattern;

/**
 * Whose a file is, as its path tells.
 *
 * @param student the student's id, or the name of the folder or file
 * @param name the student's name; blank if the path does not tell
 * @param attempt the number of the attempt, from 1
 * @param late whether the learning platform marked it as late
 * @param platform whether a learning platform named the student, and not the student
 */
record Owner(String student, String name, int attempt, boolean late, boolean platform) {

    /** Moodle: {@code Family Given_12345_assignsubmission_file_/x.ipynb}, the folder also without its end. */
    private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_\\w+?(?:_.*)?");

    /** Canvas: {@code familygiven_LATE_123_4567_name-1.ipynb}; the number behind the name counts resubmissions. */
    private static final Pattern CANVAS = Pattern.compile(
            "([^_/]+)_(LATE_)?(\\d+)_(\\d+)_(.*?)(?:-(\\d{1,3}))?\\.(?:ipynb|zip)", Pattern.CASE_INSENSITIVE);

    static Owner of(String path) {
        for (var part : path.split("/")) {
            var moodle = MOODLE.matcher(part);
            if (moodle.matches()) {
                return new Owner(moodle.group(2), moodle.group(1).strip(), 1, false, true);
            }
            var canvas = CANVAS.matcher(part);
            if (canvas.matches()) {
                var attempt = canvas.group(6) == null ? 1 : Integer.parseInt(canvas.group(6)) + 1;
                return new Owner(canvas.group(3), canvas.group(1), attempt, canvas.group(2) != null, true);
            }
        }
        var top = path.replaceFirst("/.*", "");
        var student = top.replaceFirst("(?i)\\.(ipynb|zip)$", "").strip();
        return new Owner(student.isEmpty() ? top : student, "", 1, false, false);
    }

    /** The folders and zip files in which a platform's own folder or file lies; blank if it lies at the top. */
    static String around(String path) {
        var around = new StringBuilder();
        for (var part : path.split("/")) {
            if (of(part).platform()) {
                break;
            }
            around.append(part).append('/');
        }
        return around.toString();
    }
}
