/** What only teachers have: hidden tests, one class for each contract. */
package org.tinybabel.solutions;
