package org.tinybabel.grader.api;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Hands the student's answers to the tests, and fails a test outright when an answer could not be used. */
final class StudentExtension implements ParameterResolver, BeforeEachCallback, InvocationInterceptor {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Seed.class || contract(context).isAssignableFrom(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Seed.class
                ? new Seed(context.getConfigurationParameter(Seed.PARAMETER, Long::valueOf)
                        .orElse(1L))
                : student(context).answers();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        student(context).beginTest(context.getRequiredTestMethod().isAnnotationPresent(FreshProcess.class));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Throwable failure = null;
        try {
            invocation.proceed();
        } catch (Throwable e) {
            failure = e;
        }
        // Whatever the test caught: an answer that could not be called must not pass a test of exceptions.
        var unusable = student(context).unusable();
        if (unusable.isPresent()) {
            throw unusable.get();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Class<?> contract(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(TestsOf.class).value();
    }

    private static Student student(ExtensionContext context) {
        return context.getConfigurationParameter(Student.PARAMETER)
                .map(Student::running)
                .or(() -> context.getConfigurationParameter(SolutionAnswers.PARAMETER)
                        .map(inPackage -> solution(context, inPackage)))
                .orElseThrow(() -> new IllegalStateException(
                        "Run the tests of an exercise with the grader: ./tinybabel check NOTEBOOK"));
    }

    /** One for all tests of a contract. */
    private static Student solution(ExtensionContext context, String inPackage) {
        var contract = contract(context);
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StudentExtension.class))
                .getOrComputeIfAbsent(
                        contract, key -> new Student(contract, SolutionAnswers.of(contract, inPackage)), Student.class);
    }
}
