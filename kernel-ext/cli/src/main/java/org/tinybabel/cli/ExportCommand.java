package org.tinybabel.cli;

import picocli.CommandLine.Command;

/** Writes the course for those who do not run it. */
@Command(
        name = "export",
        description = "Write the course as web pages: a site for learners, a handout, an edition for instructors.",
        mixinStandardHelpOptions = true,
        subcommands = {ExportSiteCommand.class, ExportHandoutCommand.class, ExportInstructorCommand.class},
        synopsisSubcommandLabel = "WHAT",
        footer = {
            "",
            "Examples:",
            "  tinybabel export site",
            "  tinybabel export handout --out handout",
            "  tinybabel export instructor"
        })
final class ExportCommand {}
