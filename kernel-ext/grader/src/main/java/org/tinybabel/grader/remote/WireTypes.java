package org.tinybabel.grader.remote;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;

/** Finds its way in the generic types that a contract declares. */
final class WireTypes {

    private WireTypes() {}

    /** The class of a declared type. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        throw new WireException(
                "The type " + type + " cannot cross to another process: the contract must name a class");
    }

    /** What an array holds. */
    static Type component(Type type) {
        return type instanceof GenericArrayType array
                ? array.getGenericComponentType()
                : raw(type).getComponentType();
    }

    /** What a collection holds. */
    static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        if (type instanceof WildcardType wildcard) {
            return argument(wildcard.getUpperBounds()[0], index);
        }
        throw new WireException("The contract must say what " + type + " holds");
    }

    /** The type of a record's component, where the record itself was declared with type arguments. */
    static Type of(RecordComponent component, Type declared) {
        return declared instanceof ParameterizedType parameterized
                ? resolved(component.getGenericType(), parameterized)
                : component.getGenericType();
    }

    private static Type resolved(Type type, ParameterizedType context) {
        if (type instanceof TypeVariable<?> variable) {
            var names = ((Class<?>) context.getRawType()).getTypeParameters();
            for (var i = 0; i < names.length; i++) {
                if (names[i].equals(variable)) {
                    return context.getActualTypeArguments()[i];
                }
            }
        }
        if (type instanceof ParameterizedType parameterized) {
            var arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(argument -> resolved(argument, context))
                    .toArray(Type[]::new);
            return new Parameterized((Class<?>) parameterized.getRawType(), arguments);
        }
        if (type instanceof GenericArrayType array) {
            return new ArrayOf(resolved(array.getGenericComponentType(), context));
        }
        return type;
    }

    private record Parameterized(Class<?> raw, Type[] arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    private record ArrayOf(Type component) implements GenericArrayType {

        @Override
        public Type getGenericComponentType() {
            return component;
        }
    }
}
