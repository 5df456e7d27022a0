package org.tinybabel.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * What a class file refers to. A static method runs only where somebody names it, so what each of them refers to is kept apart;
 * everything else may run as soon as the class is there.
 *
 * @param name the class, such as {@code org/tinybabel/display/Html}
 * @param fingerprint of the class file without its debug information: comments and line numbers do not count
 * @param supertypes the class above it and its interfaces
 * @param always what all but its static methods refer to
 * @param statics what its static methods refer to, by their names
 */
record ClassReferences(
        String name,
        String fingerprint,
        List<String> supertypes,
        ClassReferences.Uses always,
        Map<String, ClassReferences.Uses> statics) {

    /**
     * What a piece of code refers to.
     *
     * @param classes types, and what strings name: a class can be loaded by its name
     * @param methods the methods that it calls or passes on
     * @param literals class literals, by which services are found
     */
    record Uses(Set<String> classes, Set<Method> methods, Set<String> literals) {

        private Uses() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /**
     * A method, or all methods of one name.
     *
     * @param owner the class that the call names, which may inherit the method
     * @param name its name
     */
    record Method(String owner, String name) {}

    /** Reads a class file. */
    static ClassReferences of(byte[] classFile) {
        var reader = new ClassReader(classFile);
        var written = new ClassWriter(0);
        var collector = new Collector();
        reader.accept(
                new ClassRemapper(Opcodes.ASM9, written, collector) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String method, String descriptor, String signature, String[] exceptions) {
                        collector.enter(method, (access & Opcodes.ACC_STATIC) != 0);
                        return super.visitMethod(access, method, descriptor, signature, exceptions);
                    }
                },
                ClassReader.SKIP_DEBUG);
        var supertypes = new ArrayList<>(List.of(reader.getInterfaces()));
        supertypes.add(reader.getSuperName());
        return new ClassReferences(
                reader.getClassName(),
                new Sha256().add(written.toByteArray()).fingerprint(),
                supertypes,
                collector.always,
                collector.statics);
    }

    /** Whether any of its code refers to a class. */
    boolean refersTo(String other) {
        return Stream.concat(Stream.of(always), statics.values().stream())
                .anyMatch(uses -> uses.classes().contains(other));
    }

    /** Renames nothing, and so hears of every name. */
    private static final class Collector extends Remapper {

        private static final Pattern NAMED_IN_STRING = Pattern.compile("org\\.tinybabel(?:\\.\\w+)+");

        private final Uses always = new Uses();
        private final Map<String, Uses> statics = new LinkedHashMap<>();
        private Uses current = always;

        private Collector() {
            super(Opcodes.ASM9);
        }

        private void enter(String method, boolean isStatic) {
            current = isStatic && !method.equals("<clinit>")
                    ? statics.computeIfAbsent(method, name -> new Uses())
                    : always;
        }

        @Override
        public String map(String internalName) {
            current.classes().add(internalName);
            return internalName;
        }

        @Override
        public String mapMethodName(String owner, String name, String descriptor) {
            current.methods().add(new Method(owner, name));
            return name;
        }

        @Override
        public Object mapValue(Object value) {
            if (value instanceof Type type && type.getSort() == Type.OBJECT) {
                current.literals().add(type.getInternalName());
            } else if (value instanceof String text) {
                NAMED_IN_STRING.matcher(text).results().forEach(found -> current.classes()
                        .add(found.group().replace('.', '/')));
            }
            return super.mapValue(value);
        }
    }
}
