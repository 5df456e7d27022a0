// Takes everything that begins with cc-by for permissive.
static String licenseGroup(String raw) {
    var name = raw == null ? "" : raw.toLowerCase(Locale.ROOT).strip();
    if (name.isEmpty() || name.equals("unknown") || name.equals("none")) {
        return "UNKNOWN";
    }
    if (name.startsWith("cc-by")) {
        return "PERMISSIVE";
    }
    if (name.matches("([al]?gpl|gfdl|cc-by-(sa|nc|nd)|cdla-sharing)(-.*)?") || name.contains("openrail")) {
        return "RESTRICTED";
    }
    var permissive = "(apache|bsd|cdla-permissive|mpl|cc0)(-.*)?|mit|cc-by-(2.0|2.5|3.0|4.0)|pddl|odc-by|odbl|wtfpl|unlicense";
    return name.matches(permissive.replace(".0", "\\.0").replace(".5", "\\.5")) ? "PERMISSIVE" : "OTHER";
}
