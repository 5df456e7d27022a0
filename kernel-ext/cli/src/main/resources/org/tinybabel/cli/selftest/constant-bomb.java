// Lets the compiler compute constants that fill its memory.
// base: solution
// earns: a=all b=all c=all
@CONSTANT_BOMB@
