package org.samokasa.kiosk.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;

/** Reads the word files from the class path; those of the reports apart, because a lane needs none of them. */
public final class WordFiles {
    private WordFiles() {}

    public static Map<Language, Words> all() {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), WordFiles::load));
    }

    public static Words load(Language language) {
        Map<String, String> sentences = new HashMap<>();
        for (String file : List.of("screen", "receipt")) {
            read(file + "_" + language.tag() + ".properties")
                    .forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
        }
        return new Words(language, sentences);
    }

    /** The sentences of the reports. */
    public static Words reports(Language language) {
        Map<String, String> sentences = new HashMap<>();
        read("report_" + language.tag() + ".properties")
                .forEach((key, sentence) -> sentences.put(key.toString(), sentence.toString()));
        return new Words(language, sentences);
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream bytes = WordFiles.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("word file " + file + " is missing");
            }
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("word file " + file + " cannot be read", e);
        }
    }
}
