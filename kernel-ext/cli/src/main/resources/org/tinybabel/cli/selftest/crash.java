// Crashes the virtual machine.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    try {
        var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        ((sun.misc.Unsafe) field.get(null)).putAddress(8, 8);
    } catch (ReflectiveOperationException e) {
        // Not this way.
    }
    return null;
}
