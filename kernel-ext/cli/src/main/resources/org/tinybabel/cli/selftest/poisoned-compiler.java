// Breaks the compiler so that it is made anew, then lets it look for the hidden tests.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
var x = "@TOO_LONG@";
// ---
static String y() {
    return "@TOO_LONG@" + "y";
}
// ---
System.out.println(org.tinybabel.solutions.BigramSubnetworksHiddenTest.class);
System.out.println("CANARY" + "-COMPILED");
