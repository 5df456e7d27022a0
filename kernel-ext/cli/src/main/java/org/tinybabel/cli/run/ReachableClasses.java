package org.tinybabel.cli.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.cli.run.ClassReferences.Method;
import org.tinybabel.cli.run.ClassReferences.Uses;
import org.tinybabel.kernel.eval.StartupImports;

/**
 * The kit's classes that a notebook can come to run: those that its cells or the kernel name, those that these refer to, and so on.
 * Too many rather than too few: a word counts wherever it stands in a cell, and instance methods as soon as their class does.
 */
final class ReachableClasses {

    private static final String KERNEL = "org/tinybabel/kernel/KernelMain";

    /** A class whose name is known can be started as a program. */
    private static final String MAIN = "main";

    /** Every kernel has {@code %check}, and through it the grader: it counts where a cell says so. */
    private static final String CHECK_MAGIC = "org/tinybabel/kernel/magic/CheckMagic";

    private static final String CHECK = "check";
    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final KitFiles kit;
    private final Set<String> words;
    private final String packages;
    private final Set<String> reached = new TreeSet<>();
    private final Set<Method> called = new HashSet<>();
    private final Deque<Uses> pending = new ArrayDeque<>();

    private ReachableClasses(KitFiles kit, String code) {
        this.kit = kit;
        this.words = WORD.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
        this.packages = code + String.join("\n", StartupImports.kit());
    }

    /**
     * Follows the references.
     *
     * @param code all cells that run
     * @return names such as {@code org/tinybabel/display/Html}, sorted
     */
    static Set<String> of(KitFiles kit, String code) {
        var search = new ReachableClasses(kit, code);
        search.reach(KERNEL);
        kit.classes().keySet().stream().filter(search::isNamed).forEach(search::reachByName);
        while (!search.pending.isEmpty()) {
            search.follow(search.pending.pop());
        }
        return search.reached;
    }

    /** Whether a cell has its simple name, and that of its package, without which it cannot be meant. */
    private boolean isNamed(String type) {
        var slash = type.lastIndexOf('/');
        return words.contains(type.substring(Math.max(slash, type.lastIndexOf('$')) + 1))
                && packages.contains(type.substring(0, slash + 1).replace('/', '.'));
    }

    /** Who can name a class can load what serves it. */
    private void reachByName(String name) {
        reach(name);
        kit.providers(name).forEach(this::reach);
    }

    private void follow(Uses uses) {
        uses.classes().forEach(this::reach);
        uses.literals().forEach(this::reachByName);
        uses.methods().forEach(method -> call(method.owner(), method.name()));
    }

    private void reach(String name) {
        var type = kit.classes().get(name);
        if (type == null) {
            reachEnclosing(name);
        } else if (reached.add(name) && (!name.equals(CHECK_MAGIC) || words.contains(CHECK))) {
            pending.add(type.always());
            type.statics().forEach((method, uses) -> {
                if (method.equals(MAIN) || words.contains(method) || called.contains(new Method(name, method))) {
                    pending.add(uses);
                }
            });
        }
    }

    /** A string may name a class and one of its members. */
    private void reachEnclosing(String name) {
        var end = name.lastIndexOf('/');
        if (end > 0 && kit.classes().containsKey(name.substring(0, end))) {
            reach(name.substring(0, end));
        }
    }

    private void call(String owner, String method) {
        var type = kit.classes().get(owner);
        if (type != null && called.add(new Method(owner, method))) {
            if (reached.contains(owner) && type.statics().containsKey(method)) {
                pending.add(type.statics().get(method));
            }
            type.supertypes().forEach(above -> call(above, method));
        }
    }
}
