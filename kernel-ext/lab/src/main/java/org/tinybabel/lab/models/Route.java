package org.tinybabel.lab.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The way of a token through a routed model: which expert works for it in each layer.
 *
 * @param experts one expert per layer, counted from 0
 */
public record Route(List<Integer> experts) {

    /**
     * Copies the list.
     *
     * @param experts one expert per layer, counted from 0
     */
    public Route {
        experts = List.copyOf(experts);
    }

    /**
     * A route that takes the same expert in every layer.
     *
     * @param layers L
     * @param expert the expert
     * @return such as big, big, big
     */
    public static Route everywhere(int layers, int expert) {
        return new Route(Collections.nCopies(layers, expert));
    }

    /**
     * All routes, counted like numbers whose digits are the experts: the last layer changes fastest.
     *
     * @param expertsPerLayer how many experts each layer offers, at least 1 each
     * @return the product of these numbers of routes
     * @throws IllegalArgumentException if a layer offers nothing
     */
    public static List<Route> all(int... expertsPerLayer) {
        if (Arrays.stream(expertsPerLayer).anyMatch(experts -> experts < 1)) {
            throw new IllegalArgumentException(
                    "each layer must offer at least 1 expert, got " + Arrays.toString(expertsPerLayer));
        }
        var routes = List.of(new Route(List.of()));
        for (var experts : expertsPerLayer) {
            var longer = new ArrayList<Route>();
            for (var route : routes) {
                for (var expert = 0; expert < experts; expert++) {
                    longer.add(route.then(expert));
                }
            }
            routes = longer;
        }
        return List.copyOf(routes);
    }

    private Route then(int expert) {
        var longer = new ArrayList<>(experts);
        longer.add(expert);
        return new Route(longer);
    }

    /**
     * The expert of one layer.
     *
     * @param layer 0 … L − 1
     * @return counted from 0
     */
    public int expert(int layer) {
        return experts.get(layer);
    }

    /**
     * In how many layers an expert works.
     *
     * @param expert the expert
     * @return 0 … L
     */
    public int count(int expert) {
        return (int) experts.stream().filter(e -> e == expert).count();
    }

    /**
     * The route in letters, one per layer.
     *
     * @param letters one letter per expert, such as {@code "-sB"}
     * @return such as {@code B-s}
     */
    public String name(String letters) {
        var name = new StringBuilder();
        experts.forEach(expert -> name.append(letters.charAt(expert)));
        return name.toString();
    }
}
