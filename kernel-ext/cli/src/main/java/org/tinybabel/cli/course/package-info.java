/** The course package: syllabi, lesson plans, points and columns for learning platforms, all made from metadata. */
package org.tinybabel.cli.course;
