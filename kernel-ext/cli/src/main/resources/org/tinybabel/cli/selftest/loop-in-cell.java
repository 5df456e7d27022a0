// Loops for ever in a cell.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
while (true) {
}
