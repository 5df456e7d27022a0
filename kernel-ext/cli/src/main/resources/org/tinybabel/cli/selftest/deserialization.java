// Prepares objects that do harm when they are deserialized.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
class Evil implements Serializable {
    private Object readResolve() {
        System.out.println("CANARY" + "-READ");
        return this;
    }
}
// ---
static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    throw new IllegalStateException("x", new Exception(new Evil().toString()));
}
