// Declares two thousand methods in one cell.
// base: solution
// earns: a=all b=all c=all
@METHODS@
