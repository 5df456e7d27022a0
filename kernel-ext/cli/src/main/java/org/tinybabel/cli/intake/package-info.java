/** From what teachers receive (folders, zip files, downloads of learning platforms) to one notebook for each student. */
package org.tinybabel.cli.intake;
