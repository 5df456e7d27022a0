/** Finding documents for a query: by words, and by vectors. */
package org.tinybabel.lab.retrieval;
