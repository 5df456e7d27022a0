/** Walk-throughs as lessons: what their metadata say about them. */
package org.tinybabel.cli.lesson;
