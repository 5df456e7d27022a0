// Sends a cell of a hundred and fifty thousand characters.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var text = 1; /* @LONG@ */
