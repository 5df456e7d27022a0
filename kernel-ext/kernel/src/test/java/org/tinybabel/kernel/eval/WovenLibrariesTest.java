package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Weaves every class of large libraries and has the virtual machine verify the result. */
class WovenLibrariesTest {

    /** Defines the woven classes itself, so that it is they that are linked. */
    private static final class WovenLoader extends ClassLoader {

        private final Map<String, byte[]> classFiles;

        WovenLoader(Map<String, byte[]> classFiles) {
            super(WovenLibrariesTest.class.getClassLoader());
            this.classFiles = classFiles;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                var classFile = classFiles.get(name);
                if (classFile == null) {
                    return super.loadClass(name, resolve);
                }
                var woven = Weaver.weave(classFile);
                return defineClass(name, woven, 0, woven.length);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.google.common.collect.ImmutableList, 1500",
        "tech.tablesaw.api.Table, 300",
        "org.knowm.xchart.XYChart, 100",
        "it.unimi.dsi.fastutil.ints.IntArrayList, 5000",
        "org.assertj.core.api.Assertions, 500",
        "com.sun.tools.javac.Main, 1500",
        "jdk.jshell.JShell, 150",
    })
    void everyClassVerifies(String ofLibrary, int atLeast) throws Exception {
        var classFiles = library(Class.forName(ofLibrary));

        assertThat(broken(classFiles)).isEmpty();
        assertThat(classFiles.size()).isGreaterThan(atLeast);
    }

    @Test
    void aClassThatDoesNotVerifyIsFound() {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Broken", null, "java/lang/Object", null);
        var method = writer.visitMethod(Opcodes.ACC_STATIC, "addNothing", "()V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.IADD);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(2, 0);
        method.visitEnd();

        assertThat(broken(Map.of("Broken", writer.toByteArray()))).hasSize(1);
    }

    private static List<String> broken(Map<String, byte[]> classFiles) {
        var loader = new WovenLoader(classFiles);
        var broken = new ArrayList<String>();
        for (var name : classFiles.keySet()) {
            try {
                // Asking for the methods links the class, and linking verifies it.
                assertThat(loader.loadClass(name).getDeclaredMethods()).isNotNull();
            } catch (VerifyError | ClassFormatError e) {
                broken.add(name + ": " + e);
            } catch (LinkageError | TypeNotPresentException | ClassNotFoundException e) {
                // Refers to a library that is not on the class path, woven or not.
            }
        }
        return broken;
    }

    private static Map<String, byte[]> library(Class<?> member) throws Exception {
        if (member.getModule().isNamed()) {
            var modules = FileSystems.getFileSystem(URI.create("jrt:/"));
            return classFiles(modules.getPath("modules", member.getModule().getName()));
        }
        var jar = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var content = FileSystems.newFileSystem(jar)) {
            return classFiles(content.getPath("/"));
        }
    }

    private static Map<String, byte[]> classFiles(Path root) throws IOException {
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        var classFiles = new HashMap<String, byte[]>();
        for (var file : files) {
            var path = root.relativize(file).toString();
            if (!path.startsWith("META-INF") && !path.endsWith("module-info.class")) {
                classFiles.put(
                        path.substring(0, path.length() - ".class".length()).replace('/', '.'),
                        Files.readAllBytes(file));
            }
        }
        return classFiles;
    }
}
