/** Language models, their named weights, and what experiments do to them: masks and hooks. */
package org.tinybabel.lab.models;
