package org.tinybabel.grader.api;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/** Values of the types that contracts have: arrays, lists, sets, maps, optionals, records and tables of plain values. */
final class Values {

    private Values() {}

    /** A value of the same shape that shares nothing with this one and holds other plain values: numbers, texts, constants. */
    static Object rebuilt(Object value, UnaryOperator<Object> plain) {
        if (value == null) {
            return null;
        }
        if (value.getClass().isArray()) {
            var length = Array.getLength(value);
            var array = Array.newInstance(value.getClass().getComponentType(), length);
            for (var i = 0; i < length; i++) {
                Array.set(array, i, rebuilt(Array.get(value, i), plain));
            }
            return array;
        }
        if (value instanceof Collection<?> elements) {
            return like(
                    value,
                    elements.stream().map(element -> rebuilt(element, plain)).toList());
        }
        if (value instanceof Map<?, ?> map) {
            var entries = new LinkedHashMap<Object, Object>();
            map.forEach((key, element) -> entries.put(rebuilt(key, plain), rebuilt(element, plain)));
            return like(map, entries);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(element -> rebuilt(element, plain));
        }
        if (value instanceof Table table) {
            return table.copy();
        }
        if (value instanceof Record) {
            return withComponents(
                    value,
                    components(value).stream()
                            .map(component -> rebuilt(component, plain))
                            .toArray());
        }
        return plain.apply(value);
    }

    /** A value that shares nothing with this one. */
    static Object copy(Object value) {
        return rebuilt(value, UnaryOperator.identity());
    }

    /** A copy of each argument. */
    static Object[] copies(Object[] arguments) {
        return Arrays.stream(arguments).map(Values::copy).toArray();
    }

    /** A collection of the same kind, sorted if that one is. */
    static Object like(Object collection, List<?> elements) {
        if (collection instanceof List) {
            return new ArrayList<Object>(elements);
        }
        return collection instanceof TreeSet ? new TreeSet<Object>(elements) : new LinkedHashSet<Object>(elements);
    }

    /** A map of the same kind, sorted if that one is. */
    static Map<Object, Object> like(Map<?, ?> map, Map<Object, Object> entries) {
        return map instanceof TreeMap ? new TreeMap<>(entries) : entries;
    }

    /** The elements of an array, a list or a set, in order. */
    static List<Object> elements(Object sequence) {
        if (sequence instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        var elements = new ArrayList<Object>();
        for (var i = 0; i < Array.getLength(sequence); i++) {
            elements.add(Array.get(sequence, i));
        }
        return elements;
    }

    /** An array, list or set of the same kind with other elements. */
    static Object withElements(Object sequence, List<Object> elements) {
        if (sequence instanceof Collection) {
            return like(sequence, elements);
        }
        var array = Array.newInstance(sequence.getClass().getComponentType(), elements.size());
        for (var i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    /** Whether a value is an array, a list or a set. */
    static boolean isSequence(Object value) {
        return value != null && value.getClass().isArray() || value instanceof List || value instanceof Set;
    }

    /** The components of a record, in order. */
    static List<Object> components(Object record) {
        var components = new ArrayList<Object>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                components.add(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The record " + record.getClass() + " cannot be read", e);
            }
        }
        return components;
    }

    /** A record of the same type; the constructor may refuse. */
    static Object withComponents(Object record, Object[] components) {
        try {
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(record.getClass().getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + record.getClass() + " refuses these values", e);
        }
    }
}
