package org.samokasa.kiosk.app.hub;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.store.ShopFacts;

/** Reads the part {@code facts} of {@code hub.conf}. */
final class FactsConfigReader {
    private FactsConfigReader() {}

    static ShopFacts read(ConfigFile facts) {
        return new ShopFacts(
                line(facts, "address"),
                line(facts, "telephone"),
                line(facts, "emergency"),
                line(facts, "keys"),
                line(facts, "firstAid"),
                line(facts, "fireExtinguisher"),
                line(facts, "paper"),
                lines(facts, "languages"),
                lines(facts, "notes"));
    }

    private static Optional<String> line(ConfigFile facts, String key) {
        return Optional.ofNullable(facts.parsed(key, null, ShopFacts::line));
    }

    private static List<String> lines(ConfigFile facts, String key) {
        List<String> all = facts.texts(key);
        try {
            all.forEach(ShopFacts::line);
        } catch (IllegalArgumentException e) {
            facts.error(key, "has a line that is none: each " + e.getMessage());
            return List.of();
        }
        if (all.size() > ShopFacts.LINES_MAX) {
            facts.error(key, "has at most " + ShopFacts.LINES_MAX + " lines, not " + all.size());
            return List.of();
        }
        return all;
    }
}
