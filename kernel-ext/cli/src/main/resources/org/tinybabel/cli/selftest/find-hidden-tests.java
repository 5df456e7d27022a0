// Looks for the hidden tests on its class path.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
Class.forName("org.tinybabel.solutions.BigramSubnetworksHiddenTest");
// ---
Class.forName("org.tinybabel.cli.Main");
