package org.samokasa.kiosk.ui;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.ui.model.ShopFront.Means;

/**
 * What a window needs to know once.
 *
 * @param fullScreen covers the display that holds {@code x, y}; otherwise a window of this place and size
 * @param diagonalTenthInches of the real glass, the yardstick of everything drawn
 * @param theme {@code light}, {@code dark} or {@code contrast}
 * @param lane number shown to shoppers
 * @param words of every language
 * @param means how shoppers pay here
 * @param staff how staff come in
 */
public record KioskSettings(
        boolean fullScreen,
        int x,
        int y,
        int width,
        int height,
        int diagonalTenthInches,
        String theme,
        int lane,
        String shopName,
        Catalogue catalogue,
        Map<Language, Words> words,
        LanePolicy policy,
        String currency,
        Means means,
        Staff staff) {
    /**
     * The way in for staff.
     *
     * @param door takes a typed PIN, on the event thread, and must not block; empty for a lane without one
     * @param zone in which times are read
     */
    public record Staff(Optional<Consumer<String>> door, MachineBook book, ZoneId zone) {}

    public KioskSettings {
        words = Map.copyOf(words);
    }
}
