package org.tinybabel.kernel;

import java.util.LinkedHashMap;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.display.Renderers;

/** Shows a value as the media types that the notebook asks for. */
final class MediaTypes {

    private MediaTypes() {}

    static MimeBundle choose(Object value, String... wanted) {
        var own = Renderers.render(value);
        var text = String.valueOf(own.data().get(MimeBundle.TEXT));
        var data = new LinkedHashMap<String, Object>();
        for (var type : wanted) {
            if (own.data().containsKey(type)) {
                data.put(type, own.data().get(type));
            } else if (value instanceof CharSequence && !type.startsWith("image/") || type.equals("image/svg+xml")) {
                // The value is written in that language: only its author can know.
                data.put(type, text);
            }
        }
        data.putIfAbsent(MimeBundle.TEXT, text);
        return new MimeBundle(data, own.metadata());
    }
}
