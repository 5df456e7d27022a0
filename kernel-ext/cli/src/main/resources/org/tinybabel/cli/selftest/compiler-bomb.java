// Keeps the compiler busy for hours.
// base: solution
// earns: a=all b=all c=all
@COMPILER_BOMB@
