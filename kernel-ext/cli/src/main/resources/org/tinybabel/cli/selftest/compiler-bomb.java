// Keeps the compiler busy for hours.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
@COMPILER_BOMB@
