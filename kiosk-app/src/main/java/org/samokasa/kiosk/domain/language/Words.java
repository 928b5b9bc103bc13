package org.samokasa.kiosk.domain.language;

import java.util.Map;

/**
 * The sentences of one language. A key is a whole sentence; {@code {0}}, {@code {1}} .. stand for what is filled in, and a
 * sentence with a count has one key for each plural category the language has ({@code items.one}, {@code items.few} ..).
 */
public record Words(Language language, Map<String, String> sentences) {
    public Words {
        sentences = Map.copyOf(sentences);
    }

    /** @throws IllegalArgumentException for a key that has no sentence; a test holds every language to every key */
    public String say(String key, Object... filling) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("no words for '" + key + "' in " + language);
        }
        String filled = sentence;
        for (int i = 0; i < filling.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(filling[i]));
        }
        return filled;
    }

    /** The sentence whose plural category fits the count; the count fills {@code {0}}. */
    public String count(String key, long count) {
        return say(key + "." + PluralCategory.of(language, count).name().toLowerCase(java.util.Locale.ROOT), count);
    }

    /** The sentence, or what to say instead where nobody has written one: names that come from elsewhere. */
    public String sayOr(String key, String otherwise) {
        return sentences.getOrDefault(key, otherwise);
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }
}
