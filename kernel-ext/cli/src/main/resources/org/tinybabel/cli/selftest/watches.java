// Uses up the notifications of file changes.
// base: solution
// earns: a=all b=all c=all d=all e=all f=all
var watches = new ArrayList<WatchService>();
while (true) {
    watches.add(FileSystems.getDefault().newWatchService());
}
