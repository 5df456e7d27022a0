package org.tinybabel.kernel.language;

/**
 * Something that can stand at the cursor.
 *
 * @param text what to write, a call up to its opening parenthesis
 * @param kind function, class, instance, property, module or keyword, as front ends call these
 * @param signature parameters and result of a function, the type of a variable, the package of a class; blank if none
 */
public record Completion(String text, String kind, String signature) {}
