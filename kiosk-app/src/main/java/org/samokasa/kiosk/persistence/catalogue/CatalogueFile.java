package org.samokasa.kiosk.persistence.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/** The H2 file that holds the goods, open for selling: it is only read, see {@link CatalogueDirectory} for why. */
public final class CatalogueFile implements AutoCloseable {
    private static final String COLUMNS = "item_key, name, name_en, name_pl, sold_by, price_minor, tax, age, grams,"
            + " deposit, category, picture, kind";

    private final Connection connection;
    private final String currency;

    private CatalogueFile(Connection connection, String currency) {
        this.connection = connection;
        this.currency = currency;
    }

    /**
     * Opens the catalogue of a directory, or begins an empty one.
     *
     * @param currency of all prices; a file made for another one is refused
     * @throws CatalogueException if it cannot be read; it says what to do. Importing the price list makes it anew
     */
    public static CatalogueFile open(Path directory, String currency) {
        return open(CatalogueDirectory.of(directory), currency);
    }

    static CatalogueFile open(CatalogueDirectory directory, String currency) {
        try {
            if (!directory.hasCatalogue()) {
                try (CatalogueDraft empty = CatalogueDraft.open(directory, currency)) {
                    empty.publish();
                }
            }
        } catch (IOException e) {
            throw new CatalogueException(
                    "cannot look into the catalogue at " + directory.location() + ": " + e.getMessage(), e);
        }
        try {
            Connection connection = directory.connectToLive();
            try {
                CatalogueDraft.checkCurrency(connection, currency);
                return new CatalogueFile(connection, currency);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new CatalogueException(
                    "the catalogue at " + directory.location() + " cannot be read, import the price list again: "
                            + e.getMessage(),
                    e);
        }
    }

    public String currency() {
        return currency;
    }

    public long version() {
        return number("SELECT version FROM catalogue_state WHERE id = 1");
    }

    public long size() {
        return number("SELECT COUNT(*) FROM article");
    }

    PreparedStatement prepare(String afterFrom) {
        try {
            return connection.prepareStatement("SELECT " + COLUMNS + " FROM article " + afterFrom);
        } catch (SQLException e) {
            throw new CatalogueException("cannot ask the catalogue: " + e.getMessage(), e);
        }
    }

    Article read(ResultSet row) throws SQLException {
        Map<String, String> names = new HashMap<>();
        names.put("", row.getString(2));
        Optional.ofNullable(row.getString(3)).ifPresent(name -> names.put("en", name));
        Optional.ofNullable(row.getString(4)).ifPresent(name -> names.put("pl", name));
        long minor = row.getLong(6);
        Optional<Money> price = row.wasNull() ? Optional.empty() : Optional.of(Money.of(minor, currency));
        return new Article(
                new ItemKey(row.getString(1)),
                names,
                Article.SoldBy.valueOf(row.getString(5)),
                price,
                row.getString(7),
                row.getInt(8),
                row.getInt(9),
                Optional.ofNullable(row.getString(10)).map(ItemKey::new),
                row.getString(11),
                row.getString(12),
                Article.Kind.valueOf(row.getString(13)));
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new CatalogueException("cannot ask the catalogue: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CatalogueException("cannot close the catalogue: " + e.getMessage(), e);
        }
    }
}
