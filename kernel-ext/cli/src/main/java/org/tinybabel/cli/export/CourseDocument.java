package org.tinybabel.cli.export;

/**
 * A text of the course that an instructor needs beside the notebooks, such as a syllabus.
 *
 * @param name its file's name without an ending: small letters, digits and hyphens
 * @param title what links call it
 * @param markdown its text
 */
public record CourseDocument(String name, String title, String markdown) {}
