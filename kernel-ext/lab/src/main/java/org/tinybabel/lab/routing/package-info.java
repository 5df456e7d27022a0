/** Which of several ways of asking a model to take, for each question. */
package org.tinybabel.lab.routing;
