package org.tinybabel.lab.models;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Which weights of a model are kept, and which are set to 0: a subnetwork.
 *
 * <p>Controls must differ from a mask in nothing but the question asked. {@link #randomLike} and {@link #largestLike} keep as
 * many weights in every block (the attention or the MLP of one layer) as this mask does.
 */
public final class WeightMask {

    private final Layout layout;
    private final boolean[] kept;

    /**
     * A mask with given entries.
     *
     * @param layout the masked matrices, see {@link TinyGpt#maskable}
     * @param kept one entry per weight, in the order of the layout
     * @throws IllegalArgumentException if the lengths differ
     */
    public WeightMask(Layout layout, boolean[] kept) {
        if (kept.length != layout.size()) {
            throw new IllegalArgumentException(
                    "the layout has " + layout.size() + " weights, got a mask of " + kept.length);
        }
        this.layout = layout;
        this.kept = kept.clone();
    }

    /**
     * Keeps the weights whose mask logit is positive, so whose soft mask is above one half.
     *
     * @param logits s, one per weight
     * @return the mask 1[s &gt; 0]
     */
    public static WeightMask wherePositive(Parameters logits) {
        var values = logits.values();
        var kept = new boolean[values.length];
        for (var i = 0; i < kept.length; i++) {
            kept[i] = values[i] > 0;
        }
        return new WeightMask(logits.layout(), kept);
    }

    /**
     * The mask as arrays of ones and zeros, to multiply weights by.
     *
     * @param scope the step, which will own the arrays
     * @return one array per masked matrix, for {@link Weights#times}
     */
    public Weights in(TensorScope scope) {
        var ones = new float[kept.length];
        for (var i = 0; i < kept.length; i++) {
            ones[i] = kept[i] ? 1 : 0;
        }
        return layout.split(scope.array(ones));
    }

    /**
     * How many weights are kept.
     *
     * @return 0 to all
     */
    public int count() {
        return (int) IntStream.range(0, kept.length).filter(i -> kept[i]).count();
    }

    /**
     * How many weights are kept in one block.
     *
     * @param block such as {@code blocks.0.mlp}
     * @return 0 to all of the block's
     */
    public int count(String block) {
        return (int) Arrays.stream(indices(block)).filter(i -> kept[i]).count();
    }

    /**
     * The masked matrices.
     *
     * @return their names and shapes
     */
    public Layout layout() {
        return layout;
    }

    /**
     * The share of weights that are kept.
     *
     * @return 0 to 1
     */
    public double share() {
        return (double) count() / kept.length;
    }

    /**
     * The mask's entries by block.
     *
     * @return block, such as {@code blocks.0.mlp}, to one entry per weight, in the layout's order
     */
    public Map<String, boolean[]> byBlock() {
        var blocks = new LinkedHashMap<String, boolean[]>();
        for (var block : layout.blocks()) {
            var entries = indices(block);
            var flags = new boolean[entries.length];
            for (var i = 0; i < flags.length; i++) {
                flags[i] = kept[entries[i]];
            }
            blocks.put(block, flags);
        }
        return blocks;
    }

    /**
     * The mask's entries by matrix.
     *
     * @return name, such as {@code blocks.0.mlp.W_in}, to one entry per weight, in row-major order
     */
    public Map<String, boolean[]> byMatrix() {
        var matrices = new LinkedHashMap<String, boolean[]>();
        for (var name : layout.names()) {
            var from = layout.offset(name);
            matrices.put(name, Arrays.copyOfRange(kept, from, from + layout.length(name)));
        }
        return matrices;
    }

    /**
     * The opposite mask: what is left of the model when this subnetwork is cut out.
     *
     * @return keeps what this one drops
     */
    public WeightMask complement() {
        var flipped = new boolean[kept.length];
        for (var i = 0; i < kept.length; i++) {
            flipped[i] = !kept[i];
        }
        return new WeightMask(layout, flipped);
    }

    /**
     * A random mask that keeps as many weights in every block.
     *
     * @param seed equal seeds give equal masks
     * @return a control for this mask
     */
    public WeightMask randomLike(long seed) {
        var random = RandomStreams.of(seed, "mask");
        return choose(indices -> shuffled(indices, random));
    }

    private static Integer[] shuffled(Integer[] indices, Random random) {
        Collections.shuffle(Arrays.asList(indices), random);
        return indices;
    }

    /**
     * The mask that keeps the weights of largest magnitude, as many in every block.
     *
     * @param model the parameters that hold the masked matrices
     * @return a harder control for this mask: weights that matter for any reason tend to be large
     */
    public WeightMask largestLike(Parameters model) {
        var magnitudes = layout.names().stream()
                .flatMapToDouble(name -> Arrays.stream(model.values(name)))
                .map(Math::abs)
                .toArray();
        return choose(indices -> {
            Arrays.sort(indices, Comparator.comparingDouble((Integer i) -> -magnitudes[i]));
            return indices;
        });
    }

    private WeightMask choose(UnaryOperator<Integer[]> order) {
        var chosen = new boolean[kept.length];
        for (var block : layout.blocks()) {
            var entries = indices(block);
            Arrays.stream(order.apply(entries)).limit(count(block)).forEach(i -> chosen[i] = true);
        }
        return new WeightMask(layout, chosen);
    }

    private Integer[] indices(String block) {
        return layout.names().stream()
                .filter(name -> Layout.blockOf(name).equals(block))
                .flatMap(name -> IntStream.range(0, layout.length(name)).mapToObj(i -> layout.offset(name) + i))
                .toArray(Integer[]::new);
    }
}
