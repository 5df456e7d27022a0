package org.tinybabel.kernel.eval;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs cells in this virtual machine, in a way that can always be stopped.
 *
 * <p>Stopping goes in stages: the thread is interrupted and woven code stops at its next check; on Java 17 to 19 a
 * thread that sits in a library is stopped by force; a thread that still runs after that is given up and replaced.
 *
 * <p>JShell replaces the class that holds a variable when something that the variable's declaration mentions is
 * declared anew. The new class starts with an empty variable, so its value is carried over here.
 */
final class InProcessExecution implements ExecutionControl {

    private static final long FORCE_AFTER_MS = 300;
    private static final long GIVE_UP_AFTER_MS = 2000;
    private static final long OTHERS_SEE_STOP_MS = 60;
    private static final int MOST_CAUSES = 8;
    private static final String RESULT = "\u0001result ";
    private static final Pattern VARIABLE_HOLDER = Pattern.compile("(.*\\$JShell\\$\\d+)[A-Z]*");

    private final CellClassLoader loader;
    private final BooleanSupplier stopRequested;
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private final AtomicLong resultCount = new AtomicLong();
    private final ThreadLocal<Throwable> thrown = new ThreadLocal<>();
    private final ThreadLocal<Boolean> onCallersThread = ThreadLocal.withInitial(() -> false);
    private final Map<String, Class<?>> variableHolders = new HashMap<>();
    private final List<String> lostVariables = new ArrayList<>();
    private final List<CellMeter> meters = new CopyOnWriteArrayList<>();
    private final Object threads = new Object();

    private CellThread cellThread;
    private int threadCount;
    private FutureTask<Object> running;
    private volatile boolean stopping;
    private volatile boolean leftRunning;

    /**
     * @param parent knows the classes that are there before the first cell
     * @param stopRequested whether code that has not started must not start any more
     */
    InProcessExecution(ClassLoader parent, BooleanSupplier stopRequested) {
        loader = new CellClassLoader(parent);
        this.stopRequested = stopRequested;
    }

    CellClassLoader loader() {
        return loader;
    }

    /** The object behind a value that {@link #invoke} returned; asked for once. */
    Optional<Object> take(String value) {
        return Optional.ofNullable(results.remove(value));
    }

    /** What the last call on this thread threw; asked for once. */
    Optional<Throwable> takeThrown() {
        var last = Optional.ofNullable(thrown.get());
        thrown.remove();
        return last;
    }

    /** The variables that lost their values since the last call, because their types were declared anew. */
    List<String> takeLostVariables() {
        var lost = List.copyOf(lostVariables);
        lostVariables.clear();
        return lost;
    }

    /** Whether the last stop had to leave code running in the background; asked for once. */
    boolean takeLeftRunning() {
        var left = leftRunning;
        leftRunning = false;
        return left;
    }

    /** Runs something whose user code must not wait for the cell thread, since that may be the one that calls. */
    <T> T onCallersThread(Supplier<T> task) {
        var before = onCallersThread.get();
        onCallersThread.set(true);
        try {
            return task.get();
        } finally {
            onCallersThread.set(before);
        }
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        try {
            for (var each : classes) {
                loader.add(each.name(), Weaver.weave(each.bytecodes()));
            }
            for (var each : classes) {
                carryOver(each.name());
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ClassInstallException("load: " + e, new boolean[classes.length]);
        }
    }

    private void carryOver(String className) throws ReflectiveOperationException {
        var matcher = VARIABLE_HOLDER.matcher(className);
        if (!matcher.matches()) {
            return;
        }
        var now = loader.loadClass(className);
        var before = variableHolders.put(matcher.group(1), now);
        if (before == null) {
            return;
        }
        for (var field : variables(now)) {
            for (var old : variables(before)) {
                if (field.getName().equals(old.getName())) {
                    copy(old, field);
                }
            }
        }
    }

    private static List<Field> variables(Class<?> holder) {
        var variables = new ArrayList<Field>();
        for (var field : holder.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && Modifier.isPublic(field.getModifiers())
                    && !Modifier.isFinal(field.getModifiers())
                    && !field.isSynthetic()) {
                field.setAccessible(true);
                variables.add(field);
            }
        }
        return variables;
    }

    private void copy(Field from, Field to) throws IllegalAccessException {
        var value = from.get(null);
        if (from.getType() == to.getType()
                || !to.getType().isPrimitive() && to.getType().isInstance(value)) {
            to.set(null, value);
        } else if (value != null) {
            lostVariables.add(to.getName());
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        throw new NotImplementedException("Classes of cells are replaced, not redefined.");
    }

    @Override
    public String invoke(String className, String methodName) throws RunException, InternalException {
        Callable<Object> code;
        try {
            var holder = loader.loadClass(className);
            clearVariables(holder);
            var method = holder.getDeclaredMethod(methodName);
            method.setAccessible(true);
            code = metered(() -> method.invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException("Cannot run " + className + ": " + e);
        }
        try {
            var result = onCallersThread.get() ? code.call() : callOnCellThread(code);
            if (result == null) {
                return "null";
            }
            var key = RESULT + resultCount.incrementAndGet();
            results.put(key, result);
            return key;
        } catch (RunException e) {
            throw e;
        } catch (InvocationTargetException e) {
            throw converted(e.getCause());
        } catch (Throwable e) {
            throw converted(e);
        }
    }

    /** Measures the calls that begin from now on, until the meter is stopped. */
    CellMeter startMeter() {
        var started = new AtomicReference<CellMeter>();
        started.set(new CellMeter(() -> meters.remove(started.get())));
        meters.add(started.get());
        return started.get();
    }

    private Callable<Object> metered(Callable<Object> code) {
        if (meters.isEmpty()) {
            return code;
        }
        var mine = List.copyOf(meters);
        return () -> {
            mine.forEach(CellMeter::begin);
            try {
                return code.call();
            } finally {
                mine.forEach(CellMeter::end);
            }
        };
    }

    /** Runs something that is not a snippet on the thread of cells. */
    <T> T call(Callable<T> task) throws Exception {
        var result = new AtomicReference<T>();
        try {
            callOnCellThread(() -> {
                result.set(task.call());
                return null;
            });
            return result.get();
        } catch (StoppedException e) {
            throw new InterruptedException("The cell was interrupted.");
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** A variable that is declared again starts empty, whatever was carried over. */
    private static void clearVariables(Class<?> holder) throws IllegalAccessException {
        for (var field : variables(holder)) {
            var type = field.getType();
            if (!type.isPrimitive()) {
                field.set(null, null);
            } else if (type == boolean.class) {
                field.setBoolean(null, false);
            } else if (type == char.class) {
                field.setChar(null, '\0');
            } else {
                // The other primitive types take a byte by widening.
                field.setByte(null, (byte) 0);
            }
        }
    }

    private RunException converted(Throwable exception) {
        if (exception instanceof CellStop) {
            return new StoppedException();
        }
        thrown.set(exception);
        return converted(exception, 0);
    }

    private static RunException converted(Throwable exception, int depth) {
        if (exception instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
        }
        var converted =
                new UserException(messageOf(exception), exception.getClass().getName(), exception.getStackTrace());
        if (exception.getCause() != null && depth < MOST_CAUSES) {
            converted.initCause(converted(exception.getCause(), depth + 1));
        }
        return converted;
    }

    /** The message, also of exceptions whose own {@code getMessage} throws. */
    private static String messageOf(Throwable exception) {
        try {
            return exception.getMessage();
        } catch (Throwable e) {
            return "(its getMessage threw " + e.getClass().getName() + ")";
        }
    }

    private Object callOnCellThread(Callable<Object> code) throws Throwable {
        FutureTask<Object> task;
        synchronized (threads) {
            if (stopRequested.getAsBoolean()) {
                throw new StoppedException();
            }
            if (cellThread == null) {
                cellThread = new CellThread(loader, ++threadCount);
            }
            stopping = false;
            task = cellThread.start(code);
            running = task;
        }
        try {
            return task.get();
        } catch (CancellationException e) {
            throw new StoppedException();
        } catch (ExecutionException e) {
            if (stopping) {
                // Whatever an interrupted call throws is the stop's doing.
                throw new StoppedException();
            }
            throw e.getCause();
        } finally {
            synchronized (threads) {
                running = null;
            }
            if (stopping) {
                letOthersSeeTheStop();
                Guard.lower();
                stopping = false;
            }
        }
    }

    /** Threads that help the cell, such as those of parallel streams, stop too if the flag is up long enough. */
    private static void letOthersSeeTheStop() {
        try {
            Thread.sleep(OTHERS_SEE_STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        FutureTask<Object> task;
        CellThread thread;
        synchronized (threads) {
            task = running;
            thread = cellThread;
            if (task == null || stopping) {
                return;
            }
            stopping = true;
            Guard.raise();
            thread.thread().interrupt();
        }
        var watcher = new Thread(() -> insist(task, thread), "stop");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void insist(FutureTask<Object> task, CellThread thread) {
        try {
            if (CellThread.ended(task, FORCE_AFTER_MS)) {
                return;
            }
            stopByForce(thread.thread());
            if (CellThread.ended(task, GIVE_UP_AFTER_MS - FORCE_AFTER_MS)) {
                return;
            }
            synchronized (threads) {
                if (running == task) {
                    thread.abandon();
                    leftRunning = true;
                    cellThread = null;
                    task.cancel(false);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not linked to, since newer Java has no such method; there, the thread is given up later. */
    private static void stopByForce(Thread thread) {
        if (Runtime.version().feature() >= 20) {
            return;
        }
        try {
            Thread.class.getMethod("stop").invoke(thread);
        } catch (ReflectiveOperationException e) {
            // Then it is given up.
        }
    }

    @Override
    public String varValue(String className, String varName) throws InternalException {
        try {
            var field = loader.loadClass(className).getDeclaredField(varName);
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new InternalException("Cannot read " + varName + ": " + e);
        }
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        for (var entry : path.split(Pattern.quote(File.pathSeparator))) {
            try {
                loader.addURL(Path.of(entry).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException("Not a class path entry: " + entry);
            }
        }
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {
        synchronized (threads) {
            if (cellThread != null) {
                cellThread.close();
            }
        }
    }
}
