package org.samokasa.kiosk.app.hub;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.store.OpeningHours;

/** Reads the parts {@code staff} and {@code hours} of {@code hub.conf}. */
final class StaffConfigReader {
    private StaffConfigReader() {}

    static List<HubConfig.Member> staff(List<ConfigFile> sections) {
        List<HubConfig.Member> all = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        boolean pins = sections.stream().anyMatch(section -> section.has("pin"));
        for (ConfigFile section : sections) {
            Helper helper = helper(section);
            if (!names.add(helper.name())) {
                section.error("name", "is there twice: " + helper.name());
            }
            if (pins && !section.has("pin")) {
                section.error("name", "has no pin, and others have one: " + helper.name());
            }
            all.add(new HubConfig.Member(helper, Optional.ofNullable(section.parsed("pin", null, PinHash::parse))));
        }
        return all;
    }

    /** Causes for which the law wants somebody who is in the shop. */
    static Set<HelpCause> presence(ConfigFile config) {
        return set(config, "presence", text -> constant(HelpCause.class, text));
    }

    /** Rows of lane numbers; each lane stands in one place. */
    static List<String> map(ConfigFile config) {
        Set<String> seen = new TreeSet<>();
        for (String row : config.texts("map")) {
            for (String place : row.strip().split(" +")) {
                if (!place.equals(".") && (!place.matches("[1-9][0-9]{0,3}") || !seen.add(place))) {
                    config.error("map", "has in a row lane numbers, each once, or dots; not '" + place + "'");
                }
            }
        }
        return config.texts("map");
    }

    static Optional<String> quiet(ConfigFile config) {
        config.parsed("quiet", List.<OpeningHours.Span>of(), StaffConfigReader::spans);
        return config.optionalText("quiet");
    }

    private static Helper helper(ConfigFile section) {
        String name = section.text("name");
        Helper.Role role = section.parsed("role", Helper.Role.ATTENDANT, text -> constant(Helper.Role.class, text));
        Set<HelpCause> causes = set(section, "causes", text -> constant(HelpCause.class, text));
        Set<String> languages = set(section, "languages", Function.identity());
        Set<Integer> lanes = set(section, "lanes", Integer::valueOf);
        try {
            return new Helper(name, role, causes, languages, lanes);
        } catch (IllegalArgumentException e) {
            section.error("name", e.getMessage());
            return Helper.attendant("?");
        }
    }

    private static <T> Set<T> set(ConfigFile section, String key, Function<String, T> turn) {
        Set<T> all = new TreeSet<>();
        if (section.has(key)) {
            for (String text : section.texts(key)) {
                try {
                    all.add(turn.apply(text));
                } catch (IllegalArgumentException e) {
                    section.error(key, "has what is none: " + text);
                }
            }
        }
        return all;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT), e);
        }
    }

    static OpeningHours hours(ConfigFile hours, ZoneId zone) {
        Map<DayOfWeek, List<OpeningHours.Span>> spans = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String key = day.name().toLowerCase(Locale.ROOT);
            if (hours.has(key)) {
                spans.put(day, hours.parsed(key, List.of(), StaffConfigReader::spans));
            }
        }
        return new OpeningHours(zone, spans);
    }

    /** {@code 07:00-13:00, 14:00-22:00}; what ends before it begins goes on past midnight. */
    private static List<OpeningHours.Span> spans(String text) {
        List<OpeningHours.Span> all = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("-");
            try {
                all.add(new OpeningHours.Span(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
            } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("is written like 07:00-13:00, 14:00-22:00", e);
            }
        }
        return all;
    }
}
