package org.tinybabel.display;

/**
 * The control of a claim: the condition under which the claim's effect shows where it must not, or the reason why there is none.
 * {@link TinyBabel#noControl} gives a reason.
 */
public sealed interface ClaimControl permits Condition, NoControl {}
