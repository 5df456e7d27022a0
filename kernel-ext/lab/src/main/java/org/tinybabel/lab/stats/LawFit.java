package org.tinybabel.lab.stats;

/**
 * A law with what is needed to judge its fit.
 *
 * @param law the best law found
 * @param objective what was minimised: the mean Huber loss of log predicted − log observed
 * @param converged whether the search for it had converged; if not, judge its predictions with care
 * @param <L> the kind of law
 */
public record LawFit<L extends LossLaw>(L law, double objective, boolean converged) {}
