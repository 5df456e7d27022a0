/** What an author of an exercise needs between two builds. */
package org.tinybabel.cli.authoring;
