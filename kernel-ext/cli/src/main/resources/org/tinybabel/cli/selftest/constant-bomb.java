// Lets the compiler compute constants that fill its memory.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
@CONSTANT_BOMB@
