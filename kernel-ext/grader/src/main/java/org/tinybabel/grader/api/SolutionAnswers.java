package org.tinybabel.grader.api;

import java.lang.reflect.InvocationTargetException;

/**
 * The solution of an exercise in the place of a student: for tools that run the tests by themselves, such as those that make
 * mutants of the solution and look whether a test fails.
 */
public final class SolutionAnswers {

    /**
     * The JUnit configuration parameter that names the package of the solutions' classes. By convention that of the contract
     * {@code Foo} is {@code FooSolution}, and its nested class {@code Answers} implements the contract.
     */
    public static final String PARAMETER = "tinybabel.solutions";

    /** What stands behind the contract's name in that of its solution. */
    public static final String SUFFIX = "Solution";

    /** The nested class that implements the contract. */
    public static final String NESTED = "Answers";

    private SolutionAnswers() {}

    static Student.Answer of(Class<?> contract, String inPackage) {
        var name = inPackage + "." + contract.getSimpleName() + SUFFIX + "$" + NESTED;
        try {
            var constructor =
                    Class.forName(name, true, contract.getClassLoader()).getDeclaredConstructor();
            constructor.setAccessible(true);
            var answers = constructor.newInstance();
            return (method, arguments) -> {
                try {
                    return method.invoke(answers, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There is no solution " + name + " of " + contract.getName(), e);
        }
    }
}
