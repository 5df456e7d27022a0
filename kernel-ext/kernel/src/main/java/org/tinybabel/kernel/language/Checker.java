package org.tinybabel.kernel.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;

/** Finds faults in code that is not going to run, because something before it is wrong. */
final class Checker {

    /** Faults that do not depend on how cells are put together; others could be false alarms. */
    private static final Set<String> SURE = Set.of(
            "compiler.err.cant.resolve",
            "compiler.err.cant.resolve.args",
            "compiler.err.cant.resolve.location",
            "compiler.err.cant.resolve.location.args",
            "compiler.err.prob.found.req",
            "compiler.err.cant.apply.symbol",
            "compiler.err.cant.apply.symbols",
            "compiler.err.cant.deref",
            "compiler.err.operator.cant.be.applied",
            "compiler.err.operator.cant.be.applied.1",
            "compiler.err.incomparable.types");

    private final CellCompiler compiler;

    Checker(CellCompiler compiler) {
        this.compiler = compiler;
    }

    List<LanguageTools.Fault> faults(CellScope scope, String context, String part) {
        // Places are known in what is last and not closed yet.
        var open = part.stripTrailing().replaceFirst(";$", "");
        var asStatement = problems(scope, context + "\n", open);
        // The last line of a cell is often an expression, which is no statement.
        return asStatement.stream().anyMatch(fault -> fault.code().equals("compiler.err.not.stmt"))
                ? sure(problems(scope, context + "\nObject value$ = ", open), false)
                : sure(asStatement, Declared.isDeclaration(part));
    }

    private static List<LanguageTools.Fault> sure(List<LanguageTools.Fault> faults, boolean declaration) {
        return faults.stream()
                .filter(fault -> SURE.contains(fault.code()))
                // A method may use what a later cell declares.
                .filter(fault -> !declaration || !fault.code().startsWith("compiler.err.cant.resolve"))
                .toList();
    }

    private List<LanguageTools.Fault> problems(CellScope scope, String before, String part) {
        var code = before + part;
        return CellSource.of(scope.header(), code, code.length(), "")
                .map(source -> compiler.analyze(scope, source.text(), analysis -> analysis.problems().stream()
                        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                        .map(problem -> new LanguageTools.Fault(
                                problem.getCode(),
                                source.inCell((int) problem.getStartPosition()) - before.length(),
                                source.inCell((int) problem.getPosition()) - before.length(),
                                source.inCell((int) problem.getEndPosition()) - before.length(),
                                problem.getMessage(Locale.ENGLISH)))
                        .filter(fault -> fault.start() >= 0 && fault.end() <= part.length())
                        .toList()))
                .orElse(List.of());
    }
}
