// Lets the compiler look for the hidden tests.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
org.tinybabel.solutions.BigramSubnetworksHiddenTest tests = null;
System.out.println("CANARY" + "-COMPILED");
