/** Artificial languages and their corpora. */
package org.tinybabel.lab.languages;
