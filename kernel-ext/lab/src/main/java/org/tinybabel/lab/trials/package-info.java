/**
 * Experiments that are repeated over seeds and conditions: {@link org.tinybabel.lab.trials.Trials} runs them side by side,
 * {@link org.tinybabel.lab.trials.Results} holds one row per seed and condition, and makes of them what charts and verdicts need.
 */
package org.tinybabel.lab.trials;
