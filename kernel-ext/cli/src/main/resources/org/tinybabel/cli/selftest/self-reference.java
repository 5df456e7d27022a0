// Shows a structure that holds itself.
// base: solution
// earns: a=all b=all c=all
var self = new HashMap<Object, Object>();
self.put(self, self);
self.hashCode()
