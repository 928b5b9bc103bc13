package org.samokasa.kiosk.persistence.catalogue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;

/**
 * The next version of a catalogue while it is made. Nobody sells from it before it is published, and whatever cuts it
 * off before leaves the version before as it was.
 */
public final class CatalogueDraft implements AutoCloseable {
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

    private final CatalogueDirectory directory;
    private final Closeable lock;
    private final Connection connection;
    private final String currency;

    private CatalogueDraft(CatalogueDirectory directory, Closeable lock, Connection connection, String currency) {
        this.directory = directory;
        this.lock = lock;
        this.connection = connection;
        this.currency = currency;
    }

    /**
     * Begins with what the catalogue of a directory holds; with nothing if there is none or it cannot be read, and then
     * puts that aside.
     *
     * @param currency of all prices; a catalogue made for another one is refused
     * @throws CatalogueException if somebody else is making one, or the disk fails
     */
    public static CatalogueDraft open(Path directory, String currency) {
        return open(CatalogueDirectory.of(directory), currency);
    }

    static CatalogueDraft open(CatalogueDirectory directory, String currency) {
        try {
            Closeable lock = directory.files().lock();
            try {
                if (directory.hasCatalogue() && !isReadable(directory)) {
                    directory.putDamagedAside();
                }
                directory.beginNext();
                return new CatalogueDraft(directory, lock, connect(directory, currency), currency);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new CatalogueException(
                    "cannot begin a catalogue at " + directory.location() + ": " + e.getMessage(), e);
        }
    }

    /** Reads all of it without writing, so that a disk that is merely full is not taken for a damaged catalogue. */
    private static boolean isReadable(CatalogueDirectory directory) {
        try (Connection live = directory.connectToLive()) {
            summary(live);
            return true;
        } catch (SQLException damaged) {
            return false;
        }
    }

    private static Connection connect(CatalogueDirectory directory, String currency) throws SQLException {
        Connection connection = directory.connectToNext(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            ResultSet state = statement.executeQuery("SELECT 1 FROM catalogue_state");
            if (!state.next()) {
                statement.execute("INSERT INTO catalogue_state VALUES (1, 0, '" + currency + "')");
            }
            checkCurrency(connection, currency);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** @throws CatalogueException if the prices are in another currency */
    static void checkCurrency(Connection connection, String currency) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet state = statement.executeQuery("SELECT currency FROM catalogue_state WHERE id = 1");
            if (!state.next()) {
                throw new SQLException("it has no version");
            }
            if (!state.getString(1).equals(currency)) {
                throw new CatalogueException(
                        "the prices of the catalogue are in " + state.getString(1) + ", not " + currency);
            }
        }
    }

    String currency() {
        return currency;
    }

    /** Puts articles in or over their older selves. */
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

    /**
     * Names a new version and publishes it; nothing more can be put in.
     *
     * @return the version that lanes sell from after their next start; it survives a power cut
     */
    long publishNextVersion() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE catalogue_state SET version = version + 1 WHERE id = 1");
            ResultSet row = statement.executeQuery("SELECT version FROM catalogue_state WHERE id = 1");
            row.next();
            long version = row.getLong(1);
            publish();
            return version;
        } catch (SQLException e) {
            throw new CatalogueException("cannot name the new version: " + e.getMessage(), e);
        }
    }

    /**
     * Publishes it as it is, after reading it again: H2 keeps to itself what goes wrong on the disk while it closes a
     * file, and the file may then be without what was put in last.
     */
    void publish() {
        try (Statement statement = connection.createStatement()) {
            List<Object> written = summary(connection);
            // Compact, because a file that was written to row by row is several times as long as its rows.
            statement.execute("SHUTDOWN COMPACT");
            try (Connection closed = directory.connectToNext(true)) {
                if (!summary(closed).equals(written)) {
                    throw new IOException("the database did not write all of it");
                }
            }
            directory.replaceLive();
        } catch (SQLException | IOException e) {
            throw new CatalogueException("cannot publish the catalogue: " + e.getMessage(), e);
        }
    }

    /** Reads every row. */
    private static List<Object> summary(Connection connection) throws SQLException {
        String sql = "SELECT version, currency, (SELECT COUNT(*) FROM article), (SELECT SUM(price_minor) FROM article),"
                + " (SELECT SUM(CHAR_LENGTH(folded)) FROM article), (SELECT SUM(rank) FROM article) FROM catalogue_state";
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            row.next();
            List<Object> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getObject(column));
            }
            return values;
        }
    }

    @Override
    public void close() {
        try {
            try {
                connection.close();
            } finally {
                lock.close();
            }
        } catch (SQLException | IOException e) {
            throw new CatalogueException("cannot close the new catalogue: " + e.getMessage(), e);
        }
    }
}
