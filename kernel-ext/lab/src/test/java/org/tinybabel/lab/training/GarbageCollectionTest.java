package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.JavaProcess;
import org.tinybabel.lab.TinyExperiment;

/** Java's collector must not free what the backward pass still reads. */
class GarbageCollectionTest {

    private static final int STEPS = 150;

    /** Trains and prints the bits of every loss; with an argument, while another thread collects garbage all the time. */
    static final class Training {
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                var collector = new Thread(Training::collectForEver);
                collector.setDaemon(true);
                collector.start();
            }
            System.out.println(bits(TinyExperiment.losses(0, STEPS)));
        }

        private static void collectForEver() {
            try {
                while (true) {
                    System.gc();
                    Thread.sleep(3);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String bits(double[] losses) {
        return Arrays.stream(losses)
                .mapToObj(loss -> Long.toHexString(Double.doubleToLongBits(loss)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void trainingUnderConstantCollectionGivesTheSameBits() throws Exception {
        var undisturbed = bits(TinyExperiment.losses(0, STEPS));

        var underPressure = JavaProcess.run(Training.class, List.of("-Xmx40m"), Map.of(), "collect");

        assertThat(underPressure.trim()).isEqualTo(undisturbed);
    }
}
