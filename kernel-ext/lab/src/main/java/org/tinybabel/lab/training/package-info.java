/** Minimising losses: batches, schedules, AdamW, several experiments side by side. */
package org.tinybabel.lab.training;
