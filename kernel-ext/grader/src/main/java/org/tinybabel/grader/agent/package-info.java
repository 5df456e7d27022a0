/** What runs beside the student's code: an agent that loads classes and calls methods, and the methods it may call. */
package org.tinybabel.grader.agent;
