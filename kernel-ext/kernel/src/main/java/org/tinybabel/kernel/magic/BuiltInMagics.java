package org.tinybabel.kernel.magic;

import org.tinybabel.kernel.magic.Magics.Help;

/** The magics that every notebook has. */
public final class BuiltInMagics {

    private BuiltInMagics() {}

    /**
     * Makes the registry of a kernel.
     *
     * @param notebook the kernel
     * @param classPath the class path of its cells
     * @return a registry with all magics of the kit
     */
    public static Magics of(Notebook notebook, ClassPath classPath) {
        var magics = new Magics();
        magics.add(
                new Help("%check a", "runs visible tests: of a question, of all, or --fresh from top to bottom"),
                new CheckMagic()::check,
                "check");
        magics.add(
                new Help("%time solve(20)", "says what a line costs: time, processor time, memory"),
                new TimeMagic(notebook)::time,
                "time");
        var entries = new ClassPathMagics(classPath);
        magics.add(new Help("%jars libs/*.jar", "adds jars to the class path"), entries::jars, "jars", "addJars");
        magics.add(
                new Help("%classpath target/classes", "adds jars or folders of classes to the class path"),
                entries::entries,
                "classpath");
        magics.add(
                new Help("%load helpers.jsh", "runs a .jsh, .java or .ipynb file as if it stood here"),
                new LoadMagic(notebook)::load,
                "load");
        magics.add(
                new Help("%who", "lists variables, methods and types of this notebook"),
                arguments -> new WhoMagic(notebook).who(),
                "who",
                "whos");
        magics.add(
                new Help("%reset x", "forgets what is called x; without a name, everything"),
                new ResetMagic(notebook)::reset,
                "reset");
        magics.addCell(
                new Help("%%isolated", "runs the cell in a fresh kernel that ends with it"),
                new IsolatedMagic(notebook, classPath)::run,
                "isolated");
        var maven = new MavenMagics(classPath);
        magics.add(
                new Help("%maven org.apache.commons:commons-csv:1.10.0", "adds a library and what it needs, by Maven"),
                maven::dependencies,
                "maven",
                "addMavenDependency",
                "addMavenDependencies");
        magics.add(
                new Help("%mavenRepo id https://repo.example.org/maven", "adds a repository for %maven"),
                maven::repository,
                "mavenRepo",
                "addMavenRepo");
        magics.add(
                new Help("%loadFromPOM pom.xml", "adds the dependencies of a Maven project"),
                maven::pomFile,
                "loadFromPOM");
        magics.addCell(
                new Help("%%loadFromPOM", "adds the dependencies in the cell: a POM, or a part of one"),
                maven::pomText,
                "loadFromPOM");
        var help = new HelpMagic(magics);
        magics.add(new Help("%magics", "shows this table"), arguments -> help.show(), "magics", "help", "lsmagic");
        return magics;
    }
}
