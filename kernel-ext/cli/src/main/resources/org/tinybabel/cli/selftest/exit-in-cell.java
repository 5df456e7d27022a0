// Ends the program in a cell.
// base: solution
// earns: a=all b=all c=all
System.exit(0);
