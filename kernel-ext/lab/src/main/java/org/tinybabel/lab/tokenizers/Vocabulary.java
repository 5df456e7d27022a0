package org.tinybabel.lab.tokenizers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pieces of a tokenizer and their ids. */
final class Vocabulary {

    private final List<String> pieces;
    private final Map<String, Integer> ids = new HashMap<>();

    Vocabulary(List<String> pieces) {
        this.pieces = List.copyOf(pieces);
        for (var piece : this.pieces) {
            if (piece.isEmpty()) {
                throw new IllegalArgumentException("a vocabulary must not hold the empty piece");
            }
            if (ids.put(piece, ids.size()) != null) {
                throw new IllegalArgumentException("the piece '" + piece + "' is in the vocabulary twice");
            }
        }
    }

    List<String> pieces() {
        return pieces;
    }

    boolean contains(String piece) {
        return ids.containsKey(piece);
    }

    int[] ids(List<String> cut) {
        return cut.stream().mapToInt(ids::get).toArray();
    }

    static IllegalArgumentException noPiece(String text, int place) {
        var character = text.codePointAt(place);
        return new IllegalArgumentException("no piece of the vocabulary begins at place " + place + " of '" + text
                + "', with the character '" + Character.toString(character) + "' (U+"
                + String.format(Locale.ROOT, "%04X", character) + ")");
    }
}
