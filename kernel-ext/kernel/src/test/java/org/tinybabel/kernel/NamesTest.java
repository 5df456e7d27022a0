package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelProcess;

/** What a notebook declares may be called like anything that the kernel itself uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesTest {

    private KernelProcess kernel;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        return kernel.client().execute(code, Duration.ofSeconds(30), output -> {});
    }

    private String value(String code) throws Exception {
        var execution = run(code);
        assertThat(execution.traceback()).isEmpty();
        return execution.result().orElse("(none)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io",
                "java",
                "org",
                "List",
                "Math",
                "String",
                "System",
                "show",
                "input",
                "display",
                "out",
                "eval",
                "kernel",
                "render",
                "Table",
                "REPL",
                "value",
                "do_it$",
                "Object",
                "Guard",
                "lineMagic"
            })
    void variableMayHaveAnyName(String name) throws Exception {
        value("int " + name + " = 6;\n" + name + "++;");

        assertThat(value(name + " * 6")).isEqualTo("42");
        assertThat(value("display(\"shown\");\n1 + 1")).isEqualTo("2");
        assertThat(value("%time 2 + 2")).isEqualTo("4");
        assertThat(run("int zero = 0;\n1 / zero").traceback()).contains("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "printf", "input", "check"})
    void methodMayHaveTheNameOfAFunctionOfTheKit(String name) throws Exception {
        assertThat(value("String " + name + "(String a, int b) { return a + b; }\n" + name + "(\"x\", 1)"))
                .isEqualTo("x1");
        assertThat(value("1 + 1")).isEqualTo("2");
    }
}
