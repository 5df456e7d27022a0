/** Tokenizers: how a text is cut into the pieces that a language model reads. */
package org.tinybabel.lab.tokenizers;
