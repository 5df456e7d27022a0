package org.tinybabel.cli;

import picocli.CommandLine.Command;

/** Makes tables anew that the kit ships as of a date. */
@Command(
        name = "refresh",
        description =
                "Make a shipped table anew from what it was made of. This is the only command that asks other machines for data.",
        mixinStandardHelpOptions = true,
        subcommands = RefreshCjkCommand.class,
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Example:", "  tinybabel refresh cjk --out cjk-live"})
final class RefreshCommand {}
