package org.tinybabel.kernel.eval;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites the class files of cells so that they can be stopped: a {@link Guard#check()} at the start of every method
 * and before every jump backwards, and calls that would end the virtual machine replaced.
 *
 * <p>The inserted call takes and leaves nothing on the stack, so stack maps and limits stay as they were.
 */
final class Weaver {

    private static final String GUARD = Type.getInternalName(Guard.class);
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String EXIT_ON_RUNTIME = "(Ljava/lang/Runtime;I)V";

    private Weaver() {}

    /**
     * Weaves one class. A method that would become larger than the virtual machine allows stays without checks.
     *
     * @param classFile a class file of any version that the running Java can write
     * @return the woven class file
     */
    static byte[] weave(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var unchecked = new HashSet<String>();
        while (true) {
            try {
                var writer = new ClassWriter(reader, 0);
                reader.accept(new Classes(writer, unchecked), 0);
                return writer.toByteArray();
            } catch (MethodTooLargeException e) {
                unchecked.add(e.getMethodName() + e.getDescriptor());
            }
        }
    }

    private static final class Classes extends ClassVisitor {

        private final Set<String> unchecked;

        Classes(ClassVisitor next, Set<String> unchecked) {
            super(Opcodes.ASM9, next);
            this.unchecked = unchecked;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            var next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new Methods(next, name.equals("<clinit>"), !unchecked.contains(name + descriptor));
        }
    }

    private static final class Methods extends MethodVisitor {

        private final boolean initializer;
        private final boolean checked;
        private final Set<Label> seen = new HashSet<>();

        Methods(MethodVisitor next, boolean initializer, boolean checked) {
            super(Opcodes.ASM9, next);
            this.initializer = initializer;
            this.checked = checked;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            // A class whose initializer failed is unusable for good, so that is only stopped where it loops.
            if (!initializer) {
                check();
            }
        }

        @Override
        public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (seen.contains(label)) {
                check();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            checkIfBackwards(otherwise, labels);
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            checkIfBackwards(otherwise, labels);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        private void checkIfBackwards(Label otherwise, Label[] labels) {
            if (seen.contains(otherwise) || Stream.of(labels).anyMatch(seen::contains)) {
                check();
            }
        }

        private void check() {
            if (checked) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "check", "()V", false);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean onInterface) {
            if (ends(owner, name, descriptor)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", exitDescriptor(owner), false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, onInterface);
            }
        }

        /** Method references such as {@code System::exit}. */
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            var replaced = arguments.clone();
            for (var i = 0; i < replaced.length; i++) {
                if (replaced[i] instanceof Handle handle
                        && ends(handle.getOwner(), handle.getName(), handle.getDesc())) {
                    replaced[i] =
                            new Handle(Opcodes.H_INVOKESTATIC, GUARD, "exit", exitDescriptor(handle.getOwner()), false);
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
        }

        private static boolean ends(String owner, String name, String descriptor) {
            return descriptor.equals("(I)V")
                    && (owner.equals(SYSTEM) && name.equals("exit")
                            || owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt")));
        }

        private static String exitDescriptor(String owner) {
            return owner.equals(SYSTEM) ? "(I)V" : EXIT_ON_RUNTIME;
        }
    }
}
