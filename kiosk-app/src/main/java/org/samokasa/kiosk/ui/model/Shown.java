package org.samokasa.kiosk.ui.model;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.samokasa.kiosk.domain.language.Language;

/** Names of goods as they are drawn. */
public final class Shown {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Shown() {}

    /**
     * The name in this language, else the one for all others. Letters and their marks are joined: price lists bring them
     * apart, and the font has letters for most pairs but not every loose mark. Control characters, the traces of a wrong
     * character set, have no picture at all and are left out.
     *
     * @param otherwise when there is no name at all
     */
    public static String name(Map<String, String> names, Language language, String otherwise) {
        String name = names.getOrDefault(language.tag(), names.getOrDefault("", otherwise));
        return CONTROL.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
    }
}
