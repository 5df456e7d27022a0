// Nests brackets so deeply that the compiler runs out of stack.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
int deep = @NESTED@;
