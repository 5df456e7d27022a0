// Shows a structure that holds itself.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var self = new HashMap<Object, Object>();
self.put(self, self);
self.hashCode()
