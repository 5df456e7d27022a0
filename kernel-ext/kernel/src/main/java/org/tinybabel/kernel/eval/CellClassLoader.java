package org.tinybabel.kernel.eval;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one class loader of a notebook: the classes of its cells and the jars added to it. */
final class CellClassLoader extends URLClassLoader {

    private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

    CellClassLoader(ClassLoader parent) {
        super("cells", new URL[0], parent);
    }

    /** Adds a class; it is defined when something first asks for it, since classes may refer to each other. */
    void add(String name, byte[] classFile) {
        classFiles.put(name, classFile);
    }

    /** The class files of cells by class name. */
    Map<String, byte[]> classFiles() {
        return classFiles;
    }

    @Override
    protected void addURL(URL url) {
        super.addURL(url);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var classFile = classFiles.get(name);
        return classFile == null ? super.findClass(name) : defineClass(name, classFile, 0, classFile.length);
    }

    /** Libraries that read class files, such as those that inspect lambdas, find those of cells too. */
    @Override
    public InputStream getResourceAsStream(String name) {
        var classFile = name.endsWith(".class")
                ? classFiles.get(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return classFile == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(classFile);
    }
}
