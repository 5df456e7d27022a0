/** What a walk-through notebook must be, whoever wrote it: the lesson contract and the check of it. */
package org.tinybabel.cli.lint;
