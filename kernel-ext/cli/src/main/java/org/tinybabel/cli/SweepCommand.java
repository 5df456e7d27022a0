package org.tinybabel.cli;

import picocli.CommandLine.Command;

/** Trains grids that are too large for a notebook. */
@Command(
        name = "sweep",
        description = "Train a grid of models that is too large for a notebook, on one machine or on many.",
        mixinStandardHelpOptions = true,
        subcommands = {ScalingSweepCommand.class, MergeSweepCommand.class},
        synopsisSubcommandLabel = "WHAT",
        footer = {
            "",
            "Examples:",
            "  tinybabel sweep scaling --print-grid > grid.json",
            "  tinybabel sweep scaling --grid grid.json --out sweep",
            "  tinybabel sweep merge sweep -o multilingual-scaling-laws.csv"
        })
final class SweepCommand {}
