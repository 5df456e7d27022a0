/** The course for other eyes: a static site for learners, a printable handout, an edition for instructors. */
package org.tinybabel.cli.export;
