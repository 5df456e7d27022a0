// Nests brackets so deeply that the compiler runs out of stack.
// base: solution
// earns: a=all b=all c=all
int deep = @NESTED@;
