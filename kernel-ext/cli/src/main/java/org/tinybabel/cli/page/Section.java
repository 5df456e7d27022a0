package org.tinybabel.cli.page;

/**
 * A second-level heading of a page.
 *
 * @param id the name to link to
 * @param text its words
 */
public record Section(String id, String text) {}
