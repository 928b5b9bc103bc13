package org.samokasa.kiosk.persistence.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.SegmentFile;

/**
 * Where a catalogue lies. H2 forces neither its commits nor the name of its file, and moves pages about when it closes:
 * a power cut can leave such a file unreadable, or take it away. So the file that a lane sells from is never written to.
 * An import works on a copy, which takes the place of the old file in one step when all of it is on the disk.
 *
 * @param files    the directory as files
 * @param location the same directory for H2, with what separates it from a file's name
 */
record CatalogueDirectory(JournalFiles files, String location) {
    static final String LIVE = "catalogue";
    static final String NEXT = "catalogue-next";
    private static final String SUFFIX = ".mv.db";
    private static final String DAMAGED = "catalogue-damaged" + SUFFIX;
    private static final int COPY_BYTES = 1 << 20;

    static CatalogueDirectory of(Path directory) {
        return new CatalogueDirectory(new DiskFiles(directory, LIVE), "file:" + directory.toAbsolutePath() + "/");
    }

    boolean hasCatalogue() throws IOException {
        return files.list().contains(LIVE + SUFFIX);
    }

    /** The catalogue to sell from; H2 cannot write to it. */
    Connection connectToLive() throws SQLException {
        return connect(LIVE, true);
    }

    /** The copy to import into. */
    Connection connectToNext(boolean readOnly) throws SQLException {
        return connect(NEXT, readOnly);
    }

    private Connection connect(String name, boolean readOnly) throws SQLException {
        String url = "jdbc:h2:" + location + name + (readOnly ? ";ACCESS_MODE_DATA=r" : "");
        return DriverManager.getConnection(url, "sa", "");
    }

    /** Makes the copy: of the catalogue there is, or an empty one. Whatever a cut-off import left is overwritten. */
    void beginNext() throws IOException {
        try (SegmentFile next = files.create(NEXT + SUFFIX)) {
            if (hasCatalogue()) {
                try (SegmentFile live = files.openForReading(LIVE + SUFFIX)) {
                    copy(live, next);
                }
            }
        }
    }

    private static void copy(SegmentFile from, SegmentFile to) throws IOException {
        long size = from.size();
        for (long at = 0; at < size; at += COPY_BYTES) {
            ByteBuffer block = ByteBuffer.allocate((int) Math.min(COPY_BYTES, size - at));
            from.read(block, at);
            to.write(block.flip(), at);
        }
    }

    /** Puts the copy, closed by H2, in the place of the catalogue; when this returns it survives a power cut. */
    void replaceLive() throws IOException {
        try (SegmentFile next = files.open(NEXT + SUFFIX)) {
            next.force();
        }
        files.rename(NEXT + SUFFIX, LIVE + SUFFIX);
        files.forceDirectory();
    }

    /** Keeps a catalogue that cannot be read for whoever wants to know why. */
    void putDamagedAside() throws IOException {
        files.rename(LIVE + SUFFIX, DAMAGED);
        files.forceDirectory();
    }
}
