package org.samokasa.kiosk.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose pages are open. Who has had none for two minutes is not there: a phone that slept or changed its network is back
 * sooner, and a shopper must not wait longer for somebody who went home.
 *
 * @param pages     open pages by name
 * @param goneSince since when somebody has had none
 */
public record Presence(Map<String, Integer> pages, Map<String, Instant> goneSince) {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    public Presence {
        pages = Map.copyOf(pages);
        goneSince = Map.copyOf(goneSince);
    }

    /** At the start of the hub nobody's page is open yet. */
    public static Presence of(Collection<String> onDuty, Instant now) {
        Map<String, Instant> gone = new TreeMap<>();
        onDuty.forEach(name -> gone.put(name, now));
        return new Presence(Map.of(), gone);
    }

    /** Somebody signed in: their page will come. */
    public Presence expected(String name, Instant now) {
        if (pages.containsKey(name)) {
            return this;
        }
        Map<String, Instant> gone = new TreeMap<>(goneSince);
        gone.put(name, now);
        return new Presence(pages, gone);
    }

    public Presence opened(String name) {
        Map<String, Integer> more = new TreeMap<>(pages);
        more.merge(name, 1, Integer::sum);
        return new Presence(more, without(name));
    }

    /** One of their pages went; nothing when they had none. */
    public Presence closed(String name, Instant now) {
        Map<String, Integer> fewer = new TreeMap<>(pages);
        boolean last = fewer.computeIfPresent(name, (who, open) -> open == 1 ? null : open - 1) == null;
        Presence left = new Presence(fewer, goneSince);
        return pages.containsKey(name) && last ? left.expected(name, now) : left;
    }

    /** Nobody waits for them any more. */
    public Presence forgotten(String name) {
        return new Presence(pages, without(name));
    }

    /** Who has been away for too long. */
    public List<String> away(Instant now) {
        return goneSince.entrySet().stream()
                .filter(gone -> !now.isBefore(gone.getValue().plus(PATIENCE)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<String, Instant> without(String name) {
        Map<String, Instant> fewer = new TreeMap<>(goneSince);
        fewer.remove(name);
        return fewer;
    }
}
