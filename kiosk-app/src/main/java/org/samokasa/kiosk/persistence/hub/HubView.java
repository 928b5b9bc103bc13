package org.samokasa.kiosk.persistence.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.h2.store.fs.FileUtils;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.store.StoreEvent;

/**
 * The tables of the hub. One thread uses an instance: H2 may break when two connections write at once, so there is one
 * connection and whoever owns this object is its only writer (docs/decisions/0002-libraries.md).
 *
 * <p>Every event is one transaction that also moves the position, so after a crash the tables stand at some position of
 * the journal and are brought up to date from there. Tables that cannot be read, or belong to another journal, are
 * thrown away and made anew.
 */
public final class HubView implements AutoCloseable {
    private static final String FILE = "view";

    private final Connection connection;
    private final ViewWriter writer;
    private long position;

    private HubView(Connection connection, long position) throws SQLException {
        this.connection = connection;
        this.position = position;
        this.writer = new ViewWriter(connection);
    }

    /**
     * Opens the tables of a directory, or makes them.
     *
     * @param journal name of the journal that they show
     * @throws IOException if even new tables cannot be made
     */
    public static HubView open(Path directory, String journal) throws IOException {
        Files.createDirectories(directory);
        return open("file:" + directory.toAbsolutePath().resolve(FILE), journal);
    }

    /** @param location of the file for H2, without its suffix */
    static HubView open(String location, String journal) throws IOException {
        try {
            return openThere(location, journal);
        } catch (SQLException unreadable) {
            remove(location);
            try {
                return openThere(location, journal);
            } catch (SQLException e) {
                e.addSuppressed(unreadable);
                throw new IOException("the view at " + location + " cannot be made: " + e.getMessage(), e);
            }
        }
    }

    private static HubView openThere(String location, String journal) throws SQLException {
        // WRITE_DELAY=0: nothing is held back in memory; a cut costs at most a rebuild, but kill -9 must cost nothing.
        return over(
                DriverManager.getConnection("jdbc:h2:" + location + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"), journal);
    }

    /** The tables behind a connection, which is closed if they are not ours. */
    static HubView over(Connection connection, String journal) throws SQLException {
        try {
            ViewSchema.create(connection);
            long position = ViewSchema.positionOf(connection, journal);
            connection.setAutoCommit(false);
            return new HubView(connection, position);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void remove(String location) {
        FileUtils.tryDelete(location + ".mv.db");
        FileUtils.tryDelete(location + ".trace.db");
    }

    /** Position in the journal up to which the tables tell what happened. */
    public long position() {
        return position;
    }

    /**
     * Adds an event. One at or before the position changes nothing.
     *
     * @throws IOException if it could not be added; the tables are as before
     */
    public void apply(long sequence, StoreEvent event) throws IOException {
        if (sequence <= position) {
            return;
        }
        try {
            writer.write(sequence, event);
            connection.commit();
            position = sequence;
        } catch (SQLException e) {
            rollBack(e);
            throw new IOException("record " + sequence + " is not in the view: " + e.getMessage(), e);
        }
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Number of sales completed since a moment. */
    public long salesSince(Instant since) throws IOException {
        String sql = "SELECT COUNT(*) FROM sale WHERE completed_at >= ?";
        return query(sql, since, rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** Totals of the sales completed since a moment, in minor units, by ISO currency. */
    public Map<String, Long> takingsSince(Instant since) throws IOException {
        String sql = "SELECT currency, SUM(total_minor) FROM sale WHERE completed_at >= ? GROUP BY currency";
        return query(sql, since, rows -> {
            Map<String, Long> takings = new TreeMap<>();
            while (rows.next()) {
                takings.put(rows.getString(1), rows.getBigDecimal(2).longValueExact());
            }
            return takings;
        });
    }

    /** Requests raised since a moment, by cause, the most frequent first. */
    public List<CauseFigures> interventionsSince(Instant since) throws IOException {
        String sql = "SELECT cause, COUNT(*), PERCENTILE_CONT(0.5) WITHIN GROUP"
                + " (ORDER BY EXTRACT(EPOCH FROM (accepted_at - raised_at))) FROM intervention WHERE raised_at >= ? GROUP BY cause ORDER BY 2 DESC, 1";
        return query(sql, since, rows -> {
            List<CauseFigures> figures = new ArrayList<>();
            while (rows.next()) {
                // The percentile passes over rows that were never accepted and is NULL when there is no other.
                long median = rows.getBigDecimal(3) == null
                        ? 0
                        : rows.getBigDecimal(3).movePointRight(3).longValue();
                figures.add(new CauseFigures(rows.getString(1), rows.getLong(2), median));
            }
            return figures;
        });
    }

    /**
     * Everything that is told of a span of time.
     *
     * @param from that included
     * @param to   that not
     */
    public Period period(Instant from, Instant to) throws IOException {
        try {
            return new PeriodRows(new Rows(connection)).read(from, to);
        } catch (SQLException e) {
            throw new IOException("the view cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Requests of one cause.
     *
     * @param count              raised
     * @param acceptMillisMedian from raised to accepted, of those accepted; 0 if none was
     */
    public record CauseFigures(String cause, long count, long acceptMillisMedian) {}

    /** Reads the rows of a query. */
    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Instant since, Reading<T> reading) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new IOException("the view cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Connection c = connection;
                Statement statement = c.createStatement()) {
            c.rollback();
            if (c.getMetaData().getDatabaseProductName().equals("H2")) {
                // The file grows with every change and only this makes it small again.
                statement.execute("SHUTDOWN COMPACT");
            }
        } catch (SQLException e) {
            throw new IOException("the view was not closed: " + e.getMessage(), e);
        }
    }
}
