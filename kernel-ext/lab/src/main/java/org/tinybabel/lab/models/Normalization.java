package org.tinybabel.lab.models;

/** How a GPT brings the vectors of its residual stream to one size before it reads them. */
public enum Normalization {
    /** (x − mean) / √(variance + ε) · w + b (Ba, Kiros and Hinton, 2016). */
    LAYER_NORM,

    /** x / √(mean of x² + ε) · w, without a mean and without a bias (Zhang and Sennrich, 2019), as in Llama. */
    RMS_NORM
}
