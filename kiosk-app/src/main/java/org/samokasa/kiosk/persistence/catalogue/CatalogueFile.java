package org.samokasa.kiosk.persistence.catalogue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/**
 * The H2 file that holds the goods. One writer at a time; {@code WRITE_DELAY=0} and a forced checkpoint after each import
 * (H2 does not force its commits, see docs/decisions/0004-journal.md).
 */
public final class CatalogueFile implements AutoCloseable {
    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS article (
              item_key VARCHAR(40) PRIMARY KEY, name VARCHAR(400) NOT NULL, name_en VARCHAR(400), name_pl VARCHAR(400),
              folded VARCHAR(1200) NOT NULL, sold_by VARCHAR(6) NOT NULL, price_minor BIGINT, tax VARCHAR(4) NOT NULL,
              age INT NOT NULL, grams INT NOT NULL, deposit VARCHAR(40), category VARCHAR(40) NOT NULL,
              picture VARCHAR(80) NOT NULL, kind VARCHAR(8) NOT NULL, rank INT NOT NULL);
            CREATE INDEX IF NOT EXISTS article_category ON article(category, rank);
            CREATE TABLE IF NOT EXISTS catalogue_state (
              id INT PRIMARY KEY, version BIGINT NOT NULL, currency VARCHAR(3) NOT NULL);
            """;

    private static final String COLUMNS = "item_key, name, name_en, name_pl, sold_by, price_minor, tax, age, grams,"
            + " deposit, category, picture, kind";

    private final Connection connection;
    private final String currency;

    private CatalogueFile(Connection connection, String currency) {
        this.connection = connection;
        this.currency = currency;
    }

    /**
     * Opens or makes {@code catalogue.mv.db} in a directory.
     *
     * @param currency of all prices; a file made for another one is refused
     */
    public static CatalogueFile open(Path directory, String currency) {
        String url = "jdbc:h2:file:" + directory.resolve("catalogue").toAbsolutePath() + ";WRITE_DELAY=0";
        try {
            Connection connection = DriverManager.getConnection(url, "sa", "");
            try (Statement statement = connection.createStatement()) {
                statement.execute(SCHEMA);
            }
            CatalogueFile file = new CatalogueFile(connection, currency);
            file.agreeOnCurrency();
            return file;
        } catch (SQLException e) {
            throw new CatalogueException("cannot open the catalogue in " + directory + ": " + e.getMessage(), e);
        }
    }

    private void agreeOnCurrency() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet state = statement.executeQuery("SELECT currency FROM catalogue_state WHERE id = 1");
            if (!state.next()) {
                statement.execute("INSERT INTO catalogue_state VALUES (1, 0, '" + currency + "')");
            } else if (!state.getString(1).equals(currency)) {
                throw new SQLException("its prices are in " + state.getString(1) + ", not " + currency);
            }
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

    /** Puts articles in or over their older selves, in one transaction; not forced until {@link #finishImport}. */
    void put(Collection<RankedArticle> articles) {
        String sql = "MERGE INTO article KEY(item_key) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
        try (PreparedStatement merge = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (RankedArticle ranked : articles) {
                bind(merge, ranked);
                merge.addBatch();
            }
            merge.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new CatalogueException("cannot write articles: " + e.getMessage(), e);
        }
    }

    record RankedArticle(Article article, int rank) {}

    private static void bind(PreparedStatement merge, RankedArticle ranked) throws SQLException {
        Article article = ranked.article();
        merge.setString(1, article.key().value());
        merge.setString(2, article.names().get(""));
        merge.setString(3, article.names().get("en"));
        merge.setString(4, article.names().get("pl"));
        merge.setString(5, Folding.fold(String.join(" ", article.names().values())));
        merge.setString(6, article.soldBy().name());
        merge.setObject(7, article.price().map(Money::minor).orElse(null));
        merge.setString(8, article.taxCategory());
        merge.setInt(9, article.ageLimit());
        merge.setInt(10, article.weightGrams());
        merge.setString(11, article.deposit().map(ItemKey::value).orElse(null));
        merge.setString(12, article.category());
        merge.setString(13, article.picture());
        merge.setString(14, article.kind().name());
        merge.setInt(15, ranked.rank());
    }

    /** Names the new version and forces everything to the disk. */
    long finishImport() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE catalogue_state SET version = version + 1 WHERE id = 1");
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new CatalogueException("cannot finish the import: " + e.getMessage(), e);
        }
        return version();
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
