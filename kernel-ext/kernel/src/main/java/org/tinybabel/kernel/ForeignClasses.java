package org.tinybabel.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells those who use classes of IJava or JJava by name what there is instead. */
final class ForeignClasses {

    private static final List<String> PACKAGES = List.of("io.github.spencerpark", "org.dflib.jjava");

    private ForeignClasses() {}

    static List<String> withAdvice(List<String> traceback) {
        if (traceback.stream().noneMatch(line -> PACKAGES.stream().anyMatch(line::contains))) {
            return traceback;
        }
        return Stream.concat(
                        traceback.stream(),
                        Stream.of(
                                "The classes of IJava and JJava do not exist in this kernel; their functions and magics"
                                        + " do. Leave the import out: display, render, updateDisplay, eval, lineMagic, cellMagic"
                                        + " and kernel() need none. To choose how objects of a class are shown, let the class"
                                        + " implement Displayable."))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
