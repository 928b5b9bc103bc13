package org.samokasa.kiosk.domain.catalogue;

import java.util.List;
import java.util.Optional;

/** Where goods are found. An implementation answers from one consistent version until it is told to move on. */
public interface Catalogue {
    Optional<Article> find(ItemKey key);

    /** Grows by one with each import; named on every line so that its price can be explained later. */
    long version();

    /** All goods shown under this shelf of the look-up screen, best sellers first. */
    List<Article> category(String category);

    /** Goods that can be looked up and whose name contains the text, letters folded; at most {@code limit}. */
    List<Article> search(String text, String language, int limit);
}
