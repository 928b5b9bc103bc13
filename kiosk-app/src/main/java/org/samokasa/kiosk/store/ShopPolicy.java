package org.samokasa.kiosk.store;

import java.util.Objects;
import java.util.Set;
import org.samokasa.kiosk.help.HelpCause;

/**
 * What a shop has decided about itself, or its country for it.
 *
 * @param hours      when it is open
 * @param presence   causes for which the law wants somebody who is in the shop
 * @param twoPersons kinds of problems that no single person may approve
 */
public record ShopPolicy(OpeningHours hours, Set<HelpCause> presence, Set<String> twoPersons) {
    /** Never closes, help may come from anywhere, and one person decides. */
    public static final ShopPolicy DEFAULT = new ShopPolicy(OpeningHours.ALWAYS, Set.of(), Set.of());

    public ShopPolicy {
        Objects.requireNonNull(hours);
        presence = Set.copyOf(presence);
        twoPersons = Set.copyOf(twoPersons);
    }
}
