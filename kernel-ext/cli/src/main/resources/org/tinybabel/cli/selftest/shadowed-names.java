// Declares names that the binding uses.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
var org = 1;
// ---
class Bindings {
    static void bind(Object... all) {
    }
}
// ---
class Map {
}
// ---
class String {
}
