/** Knowledge graphs: typed triples, questions about them, and searches that walk them. */
package org.tinybabel.lab.graphs;
