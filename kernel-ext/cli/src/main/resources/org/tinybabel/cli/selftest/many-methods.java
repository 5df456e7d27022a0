// Declares two thousand methods in one cell.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
@METHODS@
