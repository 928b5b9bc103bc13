package org.samokasa.kiosk.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;

/** Goods from the catalogue, each question asked once for a catalogue version. Not for several threads. */
public final class CatalogueGoods implements LookUpGoods {
    /** Shelves the screens have words for. */
    static final List<String> SHELVES = List.of("fruit", "vegetables", "bakery", "bags");

    /** More than any look-up screen shows on three pages; a longer list asks for another letter. */
    private static final int FOUND_MAX = 48;

    private final Catalogue catalogue;
    private final Map<String, List<Article>> asked = new HashMap<>();
    private final Map<ItemKey, Optional<Article>> known = new HashMap<>();
    private long version = -1;

    public CatalogueGoods(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<String> shelves() {
        return SHELVES.stream().filter(shelf -> !onShelf(shelf).isEmpty()).toList();
    }

    @Override
    public List<Article> onShelf(String shelf) {
        forgetOldVersion();
        return asked.computeIfAbsent("shelf " + shelf, key -> List.copyOf(catalogue.category(shelf)));
    }

    @Override
    public Optional<Article> find(ItemKey key) {
        forgetOldVersion();
        return known.computeIfAbsent(key, catalogue::find);
    }

    @Override
    public List<Article> named(String text, Language language) {
        forgetOldVersion();
        return asked.computeIfAbsent(
                "name " + language.tag() + " " + text,
                key -> List.copyOf(catalogue.search(text, language.tag(), FOUND_MAX)));
    }

    private void forgetOldVersion() {
        if (version != catalogue.version()) {
            asked.clear();
            known.clear();
            version = catalogue.version();
        }
    }
}
