package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes every style of an SVG once, in a style sheet, together with what becomes of it on a dark page.
 *
 * <p>An image takes light or dark from the {@code color-scheme} of the element that shows it. Where nobody sets one, as in an older front
 * end, it is light.
 *
 * @param sheet the {@code style} element
 * @param body the elements, with classes in place of styles
 */
record SvgStyles(String sheet, String body) {

    private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    static SvgStyles of(String body, Theme theme) {
        var names = new LinkedHashMap<String, String>();
        var classed = STYLE.matcher(body)
                .replaceAll(style -> " class=\""
                        + names.computeIfAbsent(style.group(1).replace("&quot;", "'"), s -> "s" + names.size()) + "\"");
        return new SvgStyles("<style>" + light(names) + dark(names, theme) + "</style>", classed);
    }

    private static String light(Map<String, String> names) {
        var rules = new StringBuilder();
        names.forEach((style, name) -> rules.append('.')
                .append(name)
                .append('{')
                .append(COLOUR.matcher(style).replaceAll(rgb -> Theme.hex(Theme.rgb(rgb))))
                .append('}'));
        return rules.toString();
    }

    private static String dark(Map<String, String> names, Theme theme) {
        var rules = new StringBuilder();
        names.forEach((style, name) -> COLOUR.matcher(style).results().forEach(rgb -> {
            var colour = Theme.rgb(rgb);
            var dark = theme.dark(colour);
            if (!dark.equals(colour)) {
                rules.append('.').append(name).append('{');
                rules.append(style, style.lastIndexOf(';', rgb.start()) + 1, rgb.start());
                rules.append(Theme.hex(dark)).append('}');
            }
        }));
        return rules.isEmpty() ? "" : "@media(prefers-color-scheme:dark){" + rules + "}";
    }
}
