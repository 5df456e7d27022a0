package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Woven code must do what it did before: one cell for each kind of class that the compiler generates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeaverTest {

    private Evaluator evaluator;

    @BeforeAll
    void startEvaluator() {
        evaluator = Evaluator.builder().build();
    }

    @AfterAll
    void stopEvaluator() {
        evaluator.close();
    }

    private Object value(String source) {
        var outcome = evaluator.evaluate(source, 1);
        assertThat(outcome).isInstanceOf(CellOutcome.Completed.class);
        return ((CellOutcome.Completed) outcome).value().orElseThrow();
    }

    @Test
    void recordsWithCompactConstructorsWork() {
        assertThat(value("record Point(int x, int y) { Point { if (x < 0) throw new IllegalArgumentException(); } }\n"
                        + "new Point(1, 2).equals(new Point(1, 2)) + new Point(1, 2).toString()"))
                .isEqualTo("truePoint[x=1, y=2]");
    }

    @Test
    void enumsWithBodiesAndSwitchesWork() {
        assertThat(
                        value(
                                """
                        enum Op { PLUS { int on(int a) { return a + 1; } }, MINUS { int on(int a) { return a - 1; } };
                            abstract int on(int a); }
                        int sum = 0;
                        for (var op : Op.values()) {
                            switch (op) { case PLUS -> sum += 10 * op.on(1); default -> sum += op.on(1); }
                        }
                        sum"""))
                .isEqualTo(20);
    }

    @Test
    void sealedTypesWork() {
        assertThat(
                        value(
                                """
                        sealed interface Shape permits Circle, Square {}
                        record Circle(double r) implements Shape {}
                        record Square(double a) implements Shape {}
                        double area(Shape s) {
                            return s instanceof Circle c ? 3 * c.r() * c.r() : s instanceof Square q ? q.a() * q.a() : 0;
                        }
                        area(new Circle(1)) + area(new Square(2))"""))
                .isEqualTo(7.0);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void switchPatternsAndRecordPatternsWork() {
        assertThat(
                        value(
                                """
                        record Pair(Object left, Object right) {}
                        String describe(Object o) {
                            return switch (o) {
                                case Pair(Integer l, Pair(var x, var y)) when l > 3 -> "deep" + x + y;
                                case Pair p -> "pair";
                                case String s -> s;
                                default -> "other";
                            };
                        }
                        describe(new Pair(4, new Pair(1, 2))) + describe(new Pair(1, 2)) + describe("s")"""))
                .isEqualTo("deep12pairs");
    }

    @Test
    void lambdasNestedClassesAndInnerClassesWork() {
        assertThat(
                        value(
                                """
                        class Outer {
                            int n = 3;
                            class Inner { int twice() { return 2 * n; } }
                            static class Nested { static long count(int n) {
                                return java.util.stream.IntStream.range(0, n).filter(i -> i % 2 == 0).count(); } }
                        }
                        java.util.function.Supplier<Integer> s = new Outer().new Inner()::twice;
                        s.get() + (int) Outer.Nested.count(10)"""))
                .isEqualTo(11);
    }

    @Test
    void loopsWithLabelsTryFinallyAndSynchronizedWork() {
        assertThat(value(
                        """
                        int turns = 0;
                        outer:
                        for (int i = 0; i < 5; i++) {
                            for (int j = 0; ; j++) {
                                try {
                                    synchronized (this.getClass()) { turns++; }
                                    if (j == i) continue outer;
                                } finally {
                                    turns++;
                                }
                            }
                        }
                        turns"""
                                .replace("this.getClass()", "String.class")))
                .isEqualTo(30);
    }

    @Test
    void constructorsThatCallSuperWithLoopsInArgumentsWork() {
        assertThat(
                        value(
                                """
                        class Base { final int v; Base(int v) { this.v = v; } }
                        class Derived extends Base { Derived(int n) { super(n > 2 ? n : -n); for (int i = 0; i < n; i++); } }
                        new Derived(3).v + new Derived(1).v"""))
                .isEqualTo(2);
    }

    @Test
    void longJumpsBackwardsWork() {
        assertThat(value("int longLoop() { int n = 0; for (int i = 0; i < 3; i++) {\n"
                        + "n += i * 2 + 1;\n".repeat(7_000)
                        + "}\nreturn n; }\nlongLoop()"))
                .isEqualTo(63_000);
    }

    @Test
    void methodThatHasNoRoomForChecksStillRuns() throws Exception {
        var loops = 4_600;
        var woven = Weaver.weave(classWithLoops(loops));
        var type = MethodHandles.lookup().defineHiddenClass(woven, true).lookupClass();

        var run = type.getDeclaredMethod("run");
        run.setAccessible(true);
        assertThat(run.invoke(null)).isEqualTo(loops);
        var calls = new int[1];
        new ClassReader(woven).accept(countingCalls(calls), 0);
        assertThat(calls[0]).isZero();
    }

    /** A method of about 14 bytes for each loop, which counts how many loops there are. */
    private static byte[] classWithLoops(int loops) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC,
                WeaverTest.class.getPackageName().replace('.', '/') + "/Loops",
                null,
                "java/lang/Object",
                null);
        var method = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()I", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, 0);
        for (var i = 0; i < loops; i++) {
            var start = new Label();
            method.visitInsn(Opcodes.ICONST_0);
            method.visitVarInsn(Opcodes.ISTORE, 1);
            method.visitLabel(start);
            method.visitIincInsn(0, 1);
            method.visitIincInsn(1, 1);
            method.visitVarInsn(Opcodes.ILOAD, 1);
            method.visitInsn(Opcodes.ICONST_1);
            method.visitJumpInsn(Opcodes.IF_ICMPLT, start);
        }
        method.visitVarInsn(Opcodes.ILOAD, 0);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return writer.toByteArray();
    }

    private static ClassVisitor countingCalls(int[] calls) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitMethodInsn(int opcode, String owner, String called, String type, boolean inType) {
                        calls[0]++;
                    }
                };
            }
        };
    }
}
