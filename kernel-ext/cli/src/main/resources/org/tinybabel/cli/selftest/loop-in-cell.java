// Loops for ever in a cell.
// base: solution
// earns: a=all b=all c=all
while (true) {
}
