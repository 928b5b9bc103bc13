package org.samokasa.kiosk.persistence.catalogue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Catalogue;
import org.samokasa.kiosk.domain.catalogue.ItemKey;

/** The goods as a lane asks for them, from one version of the file. Safe for several threads: each call waits its turn. */
public final class StoredCatalogue implements Catalogue {
    private final CatalogueFile file;
    private final long version;
    private final PreparedStatement byKey;
    private final PreparedStatement byCategory;
    private final PreparedStatement byName;

    public StoredCatalogue(CatalogueFile file) {
        this.file = file;
        this.version = file.version();
        this.byKey = file.prepare("WHERE item_key = ?");
        this.byCategory = file.prepare("WHERE category = ? ORDER BY rank, item_key");
        this.byName = file.prepare("WHERE category <> '' AND folded LIKE ? ESCAPE '!' ORDER BY rank, item_key LIMIT ?");
    }

    @Override
    public synchronized Optional<Article> find(ItemKey key) {
        return ask(byKey, key.value()).stream().findFirst();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public synchronized List<Article> category(String category) {
        return ask(byCategory, category);
    }

    @Override
    public synchronized List<Article> search(String text, String language, int limit) {
        String escaped =
                Folding.fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return ask(byName, "%" + escaped + "%", limit);
    }

    private List<Article> ask(PreparedStatement query, Object... arguments) {
        try {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            List<Article> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(file.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new CatalogueException("cannot ask the catalogue: " + e.getMessage(), e);
        }
    }
}
