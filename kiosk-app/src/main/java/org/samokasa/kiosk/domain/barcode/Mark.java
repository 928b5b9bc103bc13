package org.samokasa.kiosk.domain.barcode;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;

/**
 * What a code says about this one piece, beyond which article it is.
 *
 * @param ai values by application identifier, as read and in that order
 * @param lot exactly as printed: compared letter by letter with recall lists
 * @param url the web address the elements stood in
 * @param warnings what a human should know about the reading
 */
public record Mark(
        Map<String, String> ai,
        Measure measure,
        Dates dates,
        Optional<String> lot,
        Optional<String> serial,
        Optional<String> url,
        List<String> warnings) {

    /**
     * @param grams net weight
     * @param pieces count in a pack whose content varies
     * @param price for this one pack
     * @param unitPrice for a kilogram or another unit
     */
    public record Measure(
            Optional<Integer> grams, Optional<Integer> pieces, Optional<Money> price, Optional<Money> unitPrice) {}

    /** Days and minutes of the shop's own zone; the last days on which something may happen are part of the time. */
    public record Dates(
            Optional<LocalDate> produced,
            Optional<LocalDate> packed,
            Optional<LocalDate> bestBefore,
            Optional<LocalDate> sellBy,
            Optional<LocalDate> expiry,
            Optional<LocalDateTime> expiryTime) {

        /** The day after which this may not be sold, if that is over at this time of the shop. */
        public Optional<LocalDate> over(LocalDateTime now) {
            Optional<LocalDate> minute = expiryTime.filter(now::isAfter).map(LocalDateTime::toLocalDate);
            return minute.or(() -> List.of(expiry, sellBy, bestBefore).stream()
                    .flatMap(Optional::stream)
                    .filter(day -> day.isBefore(now.toLocalDate()))
                    .findFirst());
        }
    }

    public Mark {
        ai = Collections.unmodifiableMap(new LinkedHashMap<>(ai));
        warnings = List.copyOf(warnings);
    }
}
