// Throws markup and control characters.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
throw new IllegalStateException("<script>alert(1)</script>\u0000\u001b[31m\u202e]]>&amp;");
