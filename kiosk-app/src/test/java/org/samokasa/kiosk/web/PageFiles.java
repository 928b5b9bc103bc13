package org.samokasa.kiosk.web;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the attendants' page, as they are shipped. */
final class PageFiles {
    private static final Path FOLDER = folder();
    private static final Pattern KEY = Pattern.compile("^ \"([^\"]+)\":", Pattern.MULTILINE);

    private PageFiles() {}

    private static Path folder() {
        try {
            return Path.of(PageFiles.class
                            .getResource("/org/samokasa/kiosk/web/page/index.html")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /** An object of a file, in the file's own order: each key begins a line. */
    static Map<String, Object> json(String file) throws IOException {
        String text = read(file);
        Map<String, Object> parsed = ConfigFactory.parseString(
                        text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                .root()
                .unwrapped();
        Map<String, Object> ordered = new LinkedHashMap<>();
        KEY.matcher(text).results().map(found -> found.group(1)).forEach(key -> ordered.put(key, parsed.get(key)));
        if (!ordered.keySet().equals(parsed.keySet())) {
            throw new IllegalStateException(file + " has keys that do not begin a line");
        }
        return ordered;
    }

    /** Tags of the languages that there are words for. */
    static Stream<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("words"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> name.length() == 2)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Names of everything that runs or is shown. */
    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js") || name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}
