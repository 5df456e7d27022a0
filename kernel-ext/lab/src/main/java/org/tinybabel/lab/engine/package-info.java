/** The tensor engine: starting it, the lifetime of arrays, recording gradients, random numbers. */
package org.tinybabel.lab.engine;
