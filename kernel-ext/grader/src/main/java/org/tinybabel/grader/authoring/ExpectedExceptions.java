package org.tinybabel.grader.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.tinybabel.grader.ExerciseTests;

/**
 * Checks that tests expect no exception but those that the contract documents. A test that accepts any exception also
 * accepts an answer that fails for a reason of its own, and once accepted a blank one.
 *
 * <p>It reads the tests' byte code, where {@code assertThrows}, the many forms of assertions and catch clauses all look alike.
 */
public final class ExpectedExceptions {

    /** The package of this project's own assertions. */
    private static final String OWN = "org/tinybabel/grader/api/";

    /** Assertions whose names hold the type, and those that take anything. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("assertThatException", "java.lang.Exception"),
            Map.entry("assertThatRuntimeException", "java.lang.RuntimeException"),
            Map.entry("assertThatReflectiveOperationException", "java.lang.ReflectiveOperationException"),
            Map.entry("assertThatIllegalArgumentException", "java.lang.IllegalArgumentException"),
            Map.entry("assertThatIllegalStateException", "java.lang.IllegalStateException"),
            Map.entry("assertThatIndexOutOfBoundsException", "java.lang.IndexOutOfBoundsException"),
            Map.entry("assertThatNullPointerException", "java.lang.NullPointerException"),
            Map.entry("assertThatIOException", "java.io.IOException"),
            Map.entry("catchThrowable", "java.lang.Throwable"),
            Map.entry("assertRefuses", "java.lang.IllegalArgumentException"),
            Map.entry("catchException", "java.lang.Exception"),
            Map.entry("catchRuntimeException", "java.lang.RuntimeException"),
            Map.entry("catchReflectiveOperationException", "java.lang.ReflectiveOperationException"),
            Map.entry("catchIllegalArgumentException", "java.lang.IllegalArgumentException"),
            Map.entry("catchIllegalStateException", "java.lang.IllegalStateException"),
            Map.entry("catchIndexOutOfBoundsException", "java.lang.IndexOutOfBoundsException"),
            Map.entry("catchNullPointerException", "java.lang.NullPointerException"),
            Map.entry("catchIOException", "java.io.IOException"));

    /** Assertions that are given the type as a class. */
    private static final Set<String> WITH_CLASS = Set.of(
            "assertThrows", "assertThrowsExactly", "assertThatExceptionOfType", "catchThrowableOfType", "mayThrow");

    /** Assertions that narrow what {@code assertThatThrownBy} and {@code assertThatCode} have caught. */
    private static final Set<String> NARROWING = Set.of(
            "isInstanceOf", "isExactlyInstanceOf", "isInstanceOfAny", "isOfAnyClassIn", "isInstanceOfSatisfying");

    private final ExerciseTests exercise;
    private final DocumentedExceptions documented;
    private final Set<String> faults = new LinkedHashSet<>();

    private ExpectedExceptions(ExerciseTests exercise, DocumentedExceptions documented) {
        this.exercise = exercise;
        this.documented = documented;
    }

    /**
     * Compares an exercise's tests with its contract.
     *
     * @param exercise the exercise with all of its tests
     * @param sources the folder of Java sources that holds the contract's file
     * @return one sentence for each test that expects too much; empty if there is none
     * @throws IOException if the contract's source cannot be read
     */
    public static List<String> faults(ExerciseTests exercise, Path sources) throws IOException {
        var documented = DocumentedExceptions.of(exercise, sources);
        var lint = new ExpectedExceptions(exercise, documented);
        lint.faults.addAll(documented.faults());
        for (var tests : exercise.testClasses()) {
            // Nested classes too: a class inside a test may do the catching.
            for (var type : tests.getNestHost().getNestMembers()) {
                lint.check(type);
            }
        }
        return List.copyOf(lint.faults);
    }

    private void check(Class<?> type) throws IOException {
        var code = new ClassNode();
        try (var bytes = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            new ClassReader(bytes.readAllBytes()).accept(code, 0);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        var callers = Callers.of(code, Type.getInternalName(exercise.contract()));
        for (var method : code.methods) {
            new MethodCheck(type, method, questions(type, method, callers), callers).run();
        }
    }

    /** The questions of the tests that reach a method of the class; all questions if none does by name. */
    private Set<String> questions(Class<?> type, MethodNode method, Callers callers) {
        var questions = exercise.tests().stream()
                .filter(test -> test.method().getDeclaringClass() == type)
                .filter(test -> callers.reaches(test.method().getName(), method.name))
                .map(ExerciseTests.TestMethod::question)
                .collect(Collectors.toSet());
        return questions.isEmpty() ? documented.byQuestion().keySet() : questions;
    }

    /** Which methods of a class call which, lambdas included, and which of them call the contract. */
    private record Callers(Map<String, Set<String>> calls, Set<String> callContract) {

        static Callers of(ClassNode code, String contract) {
            var calls = new HashMap<String, Set<String>>();
            var callContract = new HashSet<String>();
            for (var method : code.methods) {
                var called = calls.computeIfAbsent(method.name, name -> new HashSet<>());
                for (var instruction : method.instructions) {
                    if (instruction instanceof MethodInsnNode call) {
                        if (call.owner.equals(code.name)) {
                            called.add(call.name);
                        } else if (call.owner.equals(contract) && call.getOpcode() == Opcodes.INVOKEINTERFACE) {
                            callContract.add(method.name);
                        }
                    } else if (instruction instanceof InvokeDynamicInsnNode lambda) {
                        for (var argument : lambda.bsmArgs) {
                            if (argument instanceof Handle handle
                                    && handle.getOwner().equals(code.name)) {
                                called.add(handle.getName());
                            } else if (argument instanceof Handle handle
                                    && handle.getOwner().equals(contract)) {
                                callContract.add(method.name);
                            }
                        }
                    }
                }
            }
            return new Callers(calls, callContract);
        }

        boolean reaches(String from, String to) {
            return reachable(from).contains(to);
        }

        boolean reachesContract(String from) {
            return reachable(from).stream().anyMatch(callContract::contains);
        }

        private Set<String> reachable(String from) {
            var reached = new LinkedHashSet<String>();
            var next = new ArrayList<>(List.of(from));
            while (!next.isEmpty()) {
                var method = next.remove(next.size() - 1);
                if (reached.add(method)) {
                    next.addAll(calls.getOrDefault(method, Set.of()));
                }
            }
            return reached;
        }
    }

    /** One pass over a method, statement by statement. */
    private final class MethodCheck {

        private final Class<?> type;
        private final MethodNode method;
        private final Set<String> questions;
        private final Callers callers;
        private final List<Type> constants = new ArrayList<>();
        private boolean anythingCaught;
        private int line;

        MethodCheck(Class<?> type, MethodNode method, Set<String> questions, Callers callers) {
            this.type = type;
            this.method = method;
            this.questions = questions;
            this.callers = callers;
        }

        void run() {
            for (var instruction : method.instructions) {
                if (instruction instanceof LineNumberNode number) {
                    line = number.line;
                } else if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Type literal) {
                    constants.add(literal);
                } else if (instruction instanceof MethodInsnNode call) {
                    assertion(call);
                }
                if (endsStatement(instruction)) {
                    if (anythingCaught) {
                        expects("java.lang.Throwable");
                    }
                    anythingCaught = false;
                    constants.clear();
                }
            }
            method.tryCatchBlocks.forEach(this::catchClause);
        }

        private void assertion(MethodInsnNode call) {
            if (!call.owner.startsWith("org/assertj/")
                    && !call.owner.startsWith("org/junit/")
                    && !call.owner.startsWith(OWN)) {
                return;
            }
            if (NAMED.containsKey(call.name)) {
                expects(NAMED.get(call.name));
            } else if (WITH_CLASS.contains(call.name)) {
                constants.forEach(constant -> expects(constant.getClassName()));
            } else if (call.name.equals("assertThatThrownBy")) {
                anythingCaught = true;
            } else if (NARROWING.contains(call.name)) {
                // Also said of values that are no exceptions; those are none of our business.
                constants.stream()
                        .map(Type::getClassName)
                        .filter(this::isThrowable)
                        .forEach(this::expects);
                anythingCaught = false;
            }
        }

        private boolean endsStatement(AbstractInsnNode instruction) {
            var opcode = instruction.getOpcode();
            return opcode == Opcodes.POP && !isNullCheck(instruction.getPrevious())
                    || opcode == Opcodes.POP2
                    || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
                    || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN
                    || instruction instanceof MethodInsnNode call && call.desc.endsWith(")V");
        }

        /** The compiler checks the receiver of a method reference in the middle of a statement. */
        private boolean isNullCheck(AbstractInsnNode instruction) {
            return instruction instanceof MethodInsnNode call && call.name.equals("requireNonNull");
        }

        private void catchClause(TryCatchBlockNode block) {
            if (block.type == null || isResourceHandler(block) || !callsContract(block)) {
                return;
            }
            line = lineOf(block.handler);
            expects(block.type.replace('/', '.'));
        }

        /** The compiler's own handler for try-with-resources, which closes and throws on. */
        private boolean isResourceHandler(TryCatchBlockNode block) {
            AbstractInsnNode instruction = block.handler;
            while (instruction != null && instruction.getOpcode() != Opcodes.ATHROW) {
                instruction = instruction.getNext();
            }
            for (var before = block.handler.getNext(); instruction != null && before != instruction; ) {
                if (before instanceof MethodInsnNode call && call.name.equals("addSuppressed")) {
                    return true;
                }
                before = before.getNext();
            }
            return false;
        }

        private boolean callsContract(TryCatchBlockNode block) {
            var contract = Type.getInternalName(exercise.contract());
            for (AbstractInsnNode i = block.start; i != null && i != block.end; i = i.getNext()) {
                if (i instanceof MethodInsnNode call
                        && (call.owner.equals(contract)
                                || call.owner.equals(Type.getInternalName(type))
                                        && callers.reachesContract(call.name))) {
                    return true;
                }
                if (i instanceof InvokeDynamicInsnNode lambda
                        && Arrays.stream(lambda.bsmArgs)
                                .filter(Handle.class::isInstance)
                                .map(Handle.class::cast)
                                .anyMatch(handle -> handle.getOwner().equals(contract)
                                        || callers.reachesContract(handle.getName()))) {
                    return true;
                }
            }
            return false;
        }

        private int lineOf(AbstractInsnNode from) {
            for (var i = from; i != null; i = i.getNext()) {
                if (i instanceof LineNumberNode number) {
                    return number.line;
                }
            }
            return line;
        }

        private boolean isThrowable(String name) {
            try {
                return Throwable.class.isAssignableFrom(Class.forName(name, false, type.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        }

        private void expects(String name) {
            var allowed = documented.byQuestion().entrySet().stream()
                    .filter(entry -> questions.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .distinct()
                    .toList();
            if (allowed.stream().noneMatch(documentedType -> isSubclass(name, documentedType))) {
                faults.add(type.getSimpleName() + "." + testName() + ", line " + line + ": expects " + name
                        + ", but the contract of question"
                        + questions.stream().sorted().collect(Collectors.joining("), (", " (", ")"))
                        + (allowed.isEmpty()
                                ? " documents no exception"
                                : " documents only "
                                        + allowed.stream()
                                                .map(Class::getSimpleName)
                                                .distinct()
                                                .collect(Collectors.joining(", ")))
                        + ": expect one of these, or document the other with @throws");
            }
        }

        private boolean isSubclass(String name, Class<?> documentedType) {
            try {
                return documentedType.isAssignableFrom(Class.forName(name, false, type.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        }

        /** A lambda is named after the method it stands in. */
        private String testName() {
            return method.name.startsWith("lambda$") ? method.name.split("\\$")[1] : method.name;
        }
    }
}
