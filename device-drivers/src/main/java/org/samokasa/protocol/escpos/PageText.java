package org.samokasa.protocol.escpos;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Text to bytes over several code pages: stays with the present page while it has the character, else takes the first
 * page that has it, else prints {@code ?}. Remembers which page the printer has selected.
 */
final class PageText {
    private static final int ESC = 0x1B;

    private record Page(int number, CharsetEncoder encoder) {}

    private final List<Page> pages = new ArrayList<>();
    private Page present;

    PageText(List<CodePage> codePages) {
        codePages.forEach(
                page -> pages.add(new Page(page.number(), page.charset().newEncoder())));
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("a printer has at least one code page");
        }
        present = pages.get(0);
    }

    /** Selects the first page, as after ESC @, which forgets the selection. */
    Bytes selectFirst() {
        present = pages.get(0);
        return Bytes.of(ESC, 't', present.number());
    }

    Bytes encode(String text) {
        StringBuilder run = new StringBuilder();
        Bytes bytes = Bytes.EMPTY;
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            Optional<Page> page = pageFor(wanted);
            if (page.isPresent() && page.get() != present) {
                bytes = bytes.plus(inPresentPage(run))
                        .plus(Bytes.of(ESC, 't', page.get().number()));
                run.setLength(0);
                present = page.get();
            }
            run.append(page.isPresent() ? wanted : '?');
        }
        return bytes.plus(inPresentPage(run));
    }

    private Optional<Page> pageFor(char wanted) {
        if (present.encoder().canEncode(wanted)) {
            return Optional.of(present);
        }
        return pages.stream().filter(page -> page.encoder().canEncode(wanted)).findFirst();
    }

    private Bytes inPresentPage(CharSequence run) {
        return Bytes.copyOf(run.toString().getBytes(present.encoder().charset()));
    }

    /**
     * Makes text fit for paper: letters and accents composed, blanks and dashes of typography as plain ones, control
     * characters as blanks. A product name must not be able to hold a printer command.
     */
    static String printable(String text) {
        String composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        for (char each : composed.toCharArray()) {
            clean.append(
                    switch (each) {
                        case '\u00A0', '\u202F', '\u2009' -> ' ';
                        case '\u2212', '\u2011' -> '-';
                        default -> Character.isISOControl(each) ? ' ' : each;
                    });
        }
        return clean.toString();
    }
}
