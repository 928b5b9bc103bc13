package org.samokasa.kiosk.ui.model;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Language;

/** The goods a shopper may pick by picture. Asked several times a second: answers from memory. */
public interface LookUpGoods {
    /** Shelves that have goods, in the order in which they are shown. */
    List<String> shelves();

    /** Goods of a shelf, best sellers first; empty for an unknown one. */
    List<Article> onShelf(String shelf);

    /** Any goods of the shop, also those on no shelf. */
    Optional<Article> find(ItemKey key);

    /** Goods whose name contains this, letters folded. */
    List<Article> named(String text, Language language);
}
