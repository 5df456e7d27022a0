/** The {@code tinybabel} command: one class per subcommand, its options and their help beside its {@code call()}. */
package org.tinybabel.cli;
