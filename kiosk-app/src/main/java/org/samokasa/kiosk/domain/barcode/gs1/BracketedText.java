package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Elements as they are printed for people: {@code (01)09521234543213(10)ABC}; a bracket in a value is {@code \(}. */
public final class BracketedText {
    private final String text;
    private final BitSet deadEnds = new BitSet();
    private Optional<Gs1Exception> firstFault = Optional.empty();

    private BracketedText(String text) {
        this.text = text;
    }

    private record Element(Identifier identifier, String value) {}

    /**
     * Reads all elements. A bracket ends a value only when a known identifier with a value that it allows stands there;
     * otherwise it is part of the value.
     */
    public static Elements parse(String text) throws Gs1Exception {
        BracketedText reading = new BracketedText(text);
        List<Element> elements = new ArrayList<>();
        if (!reading.read(0, elements)) {
            throw reading.firstFault.orElseGet(() -> Gs1Exception.malformed("no elements in '" + text + "'"));
        }
        Elements.Gathering gathered = new Elements.Gathering();
        for (Element each : elements) {
            gathered.put(each.identifier(), each.value());
        }
        return gathered.done();
    }

    /** Reads from a bracket to the end; every place is tried once, so time grows with the square of the length. */
    private boolean read(int at, List<Element> found) {
        if (at == text.length()) {
            return at > 0;
        }
        if (deadEnds.get(at)) {
            return false;
        }
        Optional<Identifier> identifier = identifierAt(at);
        if (identifier.isPresent()) {
            int begin = at + identifier.get().ai().length() + 2;
            for (int end = nextBracket(begin); end >= 0; end = end == text.length() ? -1 : nextBracket(end + 1)) {
                if (fits(identifier.get(), begin, end) && read(end, found)) {
                    found.add(0, new Element(identifier.get(), value(begin, end)));
                    return true;
                }
            }
        } else {
            remember(Gs1Exception.malformed("no known identifier in brackets at character " + (at + 1)));
        }
        deadEnds.set(at);
        return false;
    }

    private boolean fits(Identifier identifier, int begin, int end) {
        try {
            identifier.verify(value(begin, end));
            return end == text.length() || identifierAt(end).isPresent();
        } catch (Gs1Exception wrong) {
            remember(wrong);
            return false;
        }
    }

    private void remember(Gs1Exception fault) {
        firstFault = firstFault.or(() -> Optional.of(fault));
    }

    private String value(int begin, int end) {
        return text.substring(begin, end).replace("\\(", "(");
    }

    private Optional<Identifier> identifierAt(int at) {
        int close = text.indexOf(')', at);
        boolean brackets = at < text.length() && text.charAt(at) == '(' && close > at;
        return brackets ? Identifiers.find(text.substring(at + 1, close)) : Optional.empty();
    }

    /** The next opening bracket without a backslash before it, or the end. */
    private int nextBracket(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '(' && text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return text.length();
    }
}
