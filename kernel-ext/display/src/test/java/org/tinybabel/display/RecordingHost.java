package org.tinybabel.display;

import java.util.ArrayList;
import java.util.List;

/** A place for output that remembers what was shown, in order. */
final class RecordingHost implements Host {

    record Shown(String displayId, boolean update, MimeBundle bundle) {

        String text() {
            return (String) bundle.data().get(MimeBundle.TEXT);
        }

        String html() {
            return (String) bundle.data().get(MimeBundle.HTML);
        }
    }

    final List<Shown> outputs = new ArrayList<>();

    @Override
    public void display(MimeBundle bundle, String displayId) {
        outputs.add(new Shown(displayId, false, bundle));
    }

    @Override
    public void update(String displayId, MimeBundle bundle) {
        outputs.add(new Shown(displayId, true, bundle));
    }

    @Override
    public void clear(boolean wait) {
        outputs.clear();
    }

    Shown last() {
        return outputs.get(outputs.size() - 1);
    }
}
