package org.tinybabel.kernel.language;

/**
 * What is known about a name.
 *
 * @param plain for terminals
 * @param html for front ends that show it; takes its colours from them
 */
public record Description(String plain, String html) {}
