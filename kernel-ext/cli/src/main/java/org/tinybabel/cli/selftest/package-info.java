/** Hostile and broken submissions, graded to prove that none of them gains, reads or harms anything. */
package org.tinybabel.cli.selftest;
