package org.tinybabel.kernel.language;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Takes all classes and runs none of them, so that any code can be compiled. */
final class IdleExecution implements ExecutionControlProvider {

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new ExecutionControl() {
            @Override
            public void load(ClassBytecodes[] classes) {}

            @Override
            public void redefine(ClassBytecodes[] classes) {}

            @Override
            public String invoke(String className, String methodName) {
                return "";
            }

            @Override
            public String varValue(String className, String variable) {
                return "";
            }

            @Override
            public void addToClasspath(String path) {}

            @Override
            public void stop() {}

            @Override
            public Object extensionCommand(String command, Object argument) {
                return "";
            }

            @Override
            public void close() {}
        };
    }
}
