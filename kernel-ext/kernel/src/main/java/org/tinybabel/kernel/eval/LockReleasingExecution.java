package org.tinybabel.kernel.eval;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import jdk.jshell.spi.ExecutionControl;

/**
 * Gives up the evaluator's lock while user code runs, so that the code itself, a background thread or a completion
 * request can use JShell meanwhile. Also refuses to start code once a stop was requested, and repairs stack frames
 * that JShell cannot translate.
 */
final class LockReleasingExecution implements ExecutionControl {

    private final ExecutionControl target;
    private final ReentrantLock lock;
    private final BooleanSupplier stopRequested;

    LockReleasingExecution(ExecutionControl target, ReentrantLock lock, BooleanSupplier stopRequested) {
        this.target = target;
        this.lock = lock;
        this.stopRequested = stopRequested;
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        if (stopRequested.getAsBoolean()) {
            throw new StoppedException();
        }
        var holds = lock.getHoldCount();
        for (var i = 0; i < holds; i++) {
            lock.unlock();
        }
        try {
            return target.invoke(className, methodName);
        } catch (UserException e) {
            throw repaired(e);
        } finally {
            for (var i = 0; i < holds; i++) {
                lock.lock();
            }
        }
    }

    /** JShell on Java 17 fails on frames without a file name, which the virtual machine makes for hidden classes. */
    private static UserException repaired(UserException exception) {
        for (Throwable e = exception; e != null; e = e.getCause()) {
            var frames = e.getStackTrace();
            for (var i = 0; i < frames.length; i++) {
                if (frames[i].getFileName() == null) {
                    frames[i] = new StackTraceElement(
                            frames[i].getClassName(),
                            frames[i].getMethodName(),
                            "Unknown Source",
                            frames[i].getLineNumber());
                }
            }
            e.setStackTrace(frames);
        }
        return exception;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        target.load(classes);
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        target.redefine(classes);
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        return target.varValue(className, varName);
    }

    @Override
    public void addToClasspath(String path) throws EngineTerminationException, InternalException {
        target.addToClasspath(path);
    }

    @Override
    public void stop() throws EngineTerminationException, InternalException {
        target.stop();
    }

    @Override
    public Object extensionCommand(String command, Object argument)
            throws RunException, EngineTerminationException, InternalException {
        return target.extensionCommand(command, argument);
    }

    @Override
    public void close() {
        target.close();
    }
}
