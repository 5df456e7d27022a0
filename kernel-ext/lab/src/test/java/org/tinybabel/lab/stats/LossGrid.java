package org.tinybabel.lab.stats;

import java.util.Random;

/** The grid of a small experiment: some sizes × 4 lengths × 10 shares, with the losses of a known law. */
record LossGrid(double[] n, double[] d, double[] p, double[] loss) {

    private static final double[] SIZES = {0.864, 1.872, 3.264};
    private static final double[] DATA = {0.576, 0.864, 1.248, 1.728};
    private static final double[] SHARES = {0.1, 0.1, 0.1, 0.2, 0.2, 1 / 3.0, 0.45, 0.45, 0.6, 0.8};

    static LossGrid of(LossLaw law) {
        return of(law, SIZES);
    }

    static LossGrid of(LossLaw law, double... sizes) {
        var count = sizes.length * DATA.length * SHARES.length;
        var n = new double[count];
        var d = new double[count];
        var p = new double[count];
        for (var i = 0; i < count; i++) {
            n[i] = sizes[i % sizes.length];
            d[i] = DATA[i / sizes.length % 4];
            p[i] = SHARES[i / sizes.length / 4];
        }
        return new LossGrid(n, d, p, law.predict(n, d, p));
    }

    /** Multiplies every loss by about 1 ± a share. */
    LossGrid withNoise(double share, long seed) {
        var random = new Random(seed);
        var noisy = loss.clone();
        for (var i = 0; i < noisy.length; i++) {
            noisy[i] *= Math.exp(share * random.nextGaussian());
        }
        return new LossGrid(n, d, p, noisy);
    }

    LossGrid withOutliers(int count, double factor, long seed) {
        var wrong = loss.clone();
        new Random(seed).ints(0, wrong.length).distinct().limit(count).forEach(i -> wrong[i] *= factor);
        return new LossGrid(n, d, p, wrong);
    }
}
