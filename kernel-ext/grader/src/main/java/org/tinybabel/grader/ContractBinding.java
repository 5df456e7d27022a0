package org.tinybabel.grader;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinybabel.grader.agent.Bindings;

/**
 * Connects a contract method to the method of the same name in a notebook, by a snippet that the notebook's own compiler
 * checks: it sees overloads, generics and records, and refuses a method whose signature differs.
 */
public final class ContractBinding {

    private ContractBinding() {}

    /**
     * The snippet that binds a method.
     *
     * @param method the contract method
     * @return Java source
     */
    public static String snippet(Method method) {
        var types = method.getGenericParameterTypes();
        var arguments = IntStream.range(0, types.length)
                .mapToObj(i -> "(" + name(types[i]) + ") a[" + i + "]")
                .collect(Collectors.joining(", "));
        return Bindings.class.getName() + ".bind(\"" + Bindings.signature(method) + "\", (" + Bindings.class.getName()
                + ".Bound<" + boxed(method) + ">) a -> " + method.getName() + "(" + arguments + "));";
    }

    /**
     * The declaration that a notebook needs, for messages.
     *
     * @param method the contract method
     * @return such as {@code double mean(double[] values)}
     */
    public static String declaration(Method method) {
        return simple(name(method.getGenericReturnType())) + " " + method.getName()
                + Arrays.stream(method.getParameters())
                        .map(parameter -> simple(name(parameter.getParameterizedType())) + " " + parameter.getName())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * A method that implements a contract's by a static one of the same name.
     *
     * @param method the contract method
     * @param type the class of the static method
     * @return the lines of its source, without an annotation
     */
    public static List<String> delegate(Method method, String type) {
        var types = method.getGenericParameterTypes();
        var parameters = IntStream.range(0, types.length)
                .mapToObj(i -> name(types[i]) + " a" + i)
                .collect(Collectors.joining(", ", "(", ")"));
        var arguments =
                IntStream.range(0, types.length).mapToObj(i -> "a" + i).collect(Collectors.joining(", ", "(", ")"));
        var thrown = Arrays.stream(method.getGenericExceptionTypes())
                .map(ContractBinding::name)
                .collect(Collectors.joining(", "));
        return List.of(
                "public " + name(method.getGenericReturnType()) + " " + method.getName() + parameters
                        + (thrown.isEmpty() ? "" : " throws " + thrown) + " {",
                "    return " + type + "." + method.getName() + arguments + ";",
                "}");
    }

    private static String simple(String type) {
        return type.replaceAll("(\\w+\\.)+", "");
    }

    private static String name(Type type) {
        return type instanceof Class<?> plain
                ? plain.getCanonicalName()
                : type.getTypeName().replace('$', '.');
    }

    private static String boxed(Method method) {
        var type = method.getReturnType();
        if (!type.isPrimitive()) {
            return name(method.getGenericReturnType());
        }
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType().getName();
    }
}
