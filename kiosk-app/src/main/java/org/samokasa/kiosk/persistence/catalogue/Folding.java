package org.samokasa.kiosk.persistence.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** Letters folded for searching: {@code Żółty} is found as {@code zolty} (LOCALE.md section 1). */
public final class Folding {
    /** Combining marks of Latin and Cyrillic letters. The signs of Devanagari are marks too, but letters to who reads them. */
    private static final String ACCENTS = "[\\u0300-\\u036f]";

    private Folding() {}

    public static String fold(String text) {
        String marksApart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return marksApart
                .replaceAll(ACCENTS, "")
                .replace('ł', 'l')
                .replace('ё', 'е')
                .replace('й', 'и');
    }
}
