/** How fast the kit trains. */
package org.tinybabel.lab.bench;
