package org.tinybabel.lab.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Starts PyTorch (through DJL) once, the way every experiment of the kit needs it: one thread unless told otherwise, no
 * network, no log lines, and a C allocator that keeps the memory of one training step for the next.
 *
 * <p>Usage: {@code try (var manager = TensorEngine.newManager()) { … }}. Most code uses {@link TensorScope} instead.
 *
 * <p>One intra-op thread makes results bit-identical from run to run on one machine. Set the system property
 * {@code tinybabel.threads}, or call {@link #setThreads}, to trade that promise for speed on large models; to use several
 * cores for small models, train several of them side by side, see {@link org.tinybabel.lab.training.Parallel}.
 *
 * <p>The kit comes with PyTorch for processors. Where the environment variable {@code PYTORCH_LIBRARY_PATH} names the folder
 * {@code lib} of a PyTorch of the same version for CUDA, that one is loaded, and arrays live on the first GPU it can use; sums
 * on a GPU have no fixed order, so that results then differ in their last digits from run to run.
 */
public final class TensorEngine {

    /** The system property that holds the number of intra-op threads; 1 when it is not set. */
    public static final String THREADS_PROPERTY = "tinybabel.threads";

    private static final long UNPACKED_BYTES = 500L << 20;

    /** The variables by which DJL takes a PyTorch other than the kit's. */
    private static final String LIBRARY_FOLDER = "PYTORCH_LIBRARY_PATH";

    private static final String LIBRARY_FLAVOR = "PYTORCH_FLAVOR";

    /** The CUDA version that DJL's part of the native code, which comes with the kit, was compiled for. */
    private static final String CUDA_FLAVOR = "cu128";

    private static Engine engine;
    private static Device device;

    private TensorEngine() {}

    /**
     * A manager whose arrays live until it is closed. The first call starts the engine, which takes about half a second,
     * and a few seconds on a machine that has never unpacked the native library.
     *
     * @return a new manager
     * @throws NativeLibraryException if PyTorch's native library cannot be unpacked or loaded; the message names the folder
     */
    public static NDManager newManager() {
        return started().newBaseManager(device);
    }

    /**
     * What computes, for the record of an experiment.
     *
     * @return {@code cpu}, or {@code cuda:0} for a GPU
     * @throws NativeLibraryException if PyTorch's native library cannot be unpacked or loaded; the message names the folder
     */
    public static String device() {
        started();
        return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
    }

    /**
     * Sets how many threads one tensor operation may use.
     *
     * @param threads at least 1; results are bit-identical from run to run only with 1
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public static void setThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("the number of threads must be at least 1, got " + threads);
        }
        started();
        JniUtils.setNumThreads(threads);
    }

    private static synchronized Engine started() {
        if (engine == null) {
            keepFreedMemory();
            setDefault("ai.djl.offline", "true");
            setDefault("ai.djl.pytorch.num_interop_threads", "1");
            setDefault("ai.djl.pytorch.num_threads", System.getProperty(THREADS_PROPERTY, "1"));
            setDefault("ai.djl.pytorch.graph_optimizer", "false");
            setDefault("org.slf4j.simpleLogger.log.ai.djl", "warn");
            setDefault("org.slf4j.simpleLogger.log.ai.djl.util.cuda", "error");
            var folder = Utils.getEngineCacheDir("pytorch").toAbsolutePath();
            checkFolder(folder);
            nameFlavor();
            try {
                var started = Engine.getEngine("PyTorch");
                silenceNativeWarnings();
                device = usableDevice(started);
                engine = started;
            } catch (RuntimeException | LinkageError e) {
                throw new NativeLibraryException(folder, "could not be unpacked or loaded (" + rootMessage(e) + ")", e);
            }
        }
        return engine;
    }

    /** DJL would guess the flavour of a PyTorch of the user's own, and guesses one that the kit has no native code for. */
    private static void nameFlavor() {
        var folders = System.getenv(LIBRARY_FOLDER);
        if (folders != null && System.getenv(LIBRARY_FLAVOR) == null) {
            setDefault(LIBRARY_FLAVOR, flavor(folders));
        }
    }

    /** What a PyTorch of the user's own computes on, by the libraries in the folders that its variable names. */
    static String flavor(String folders) {
        var library = System.mapLibraryName("torch_cuda");
        return Arrays.stream(folders.split(File.pathSeparator)).anyMatch(folder -> new File(folder, library).isFile())
                ? CUDA_FLAVOR
                : "cpu";
    }

    /**
     * The first GPU, if PyTorch can compute there. That is tried and not asked of DJL, which looks for a CUDA toolkit on the
     * machine, although PyTorch brings its own.
     */
    private static Device usableDevice(Engine started) {
        if (!started.hasCapability(StandardCapabilities.CUDA)) {
            return Device.cpu();
        }
        try (var probe = started.newBaseManager(Device.gpu())) {
            return probe.ones(new Shape(2)).sum().getFloat() == 2 ? Device.gpu() : Device.cpu();
        } catch (EngineException e) {
            return Device.cpu();
        }
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * A training step frees its arrays together; glibc would hand that memory back to the system, and the next step would
     * page-fault it in again (measured: 10 % of a step). The kernelspec sets these limits through the environment; a plain
     * Java process gets them here. Padding keeps the heaps of threads other than the first; limiting the number of arenas
     * would keep them too, but makes trainings side by side wait for each other (measured: half as fast again).
     */
    private static void keepFreedMemory() {
        if (!Platform.isLinux() || System.getenv("MALLOC_TRIM_THRESHOLD_") != null) {
            return;
        }
        try {
            var mallopt = Function.getFunction("c", "mallopt");
            mallopt.invokeInt(new Object[] {-2, 1 << 26}); // M_TOP_PAD
            mallopt.invokeInt(new Object[] {-1, 1 << 30}); // M_TRIM_THRESHOLD
            mallopt.invokeInt(new Object[] {-3, 1 << 25}); // M_MMAP_THRESHOLD
        } catch (LinkageError e) {
            // A C library without mallopt: training is correct, only a little slower.
        }
    }

    private static void checkFolder(Path folder) {
        try (var unpacked = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            if (unpacked.anyMatch(version -> Files.exists(version.resolve(System.mapLibraryName("torch"))))) {
                return;
            }
        } catch (IOException e) {
            throw new NativeLibraryException(folder, "cannot be read (" + e + ")", e);
        }
        try {
            Files.createDirectories(folder);
            var probe = Files.createTempFile(folder, "writable", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new NativeLibraryException(folder, "cannot be unpacked: the folder is not writable (" + e + ")", e);
        }
        checkSpace(folder, folder.toFile().getUsableSpace());
    }

    static void checkSpace(Path folder, long free) {
        if (free < UNPACKED_BYTES) {
            var reason = "needs " + (UNPACKED_BYTES >> 20) + " MB, but only " + (free >> 20) + " MB are free";
            throw new NativeLibraryException(folder, reason, null);
        }
    }

    /** PyTorch warns on the error stream about the way DJL calls it, which says nothing to a reader. */
    private static void silenceNativeWarnings() {
        var core = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("c10"));
        try {
            var level = NativeLibrary.getInstance(core.toString()).getGlobalVariableAddress("FLAGS_caffe2_log_level");
            level.setInt(0, 2); // errors only
        } catch (LinkageError e) {
            // The warning will be shown.
        }
    }

    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
