package org.samokasa.kiosk.persistence.catalogue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.samokasa.kiosk.persistence.catalogue.CatalogueDraft.RankedArticle;

/**
 * Takes a price list into the catalogue: UTF-8 CSV with a header row, plain or gzipped. Every row is imported or stands in
 * the rejects file with its line and the reason; nothing is lost in between.
 */
public final class CatalogueImport {
    /** Rows in one transaction: large enough to be quick, small enough for any machine. */
    private static final int BATCH = 2_000;

    private final CatalogueDraft draft;
    private final Set<String> taxLetters;

    /** @param draft is published by {@link #run} and can then only be closed */
    public CatalogueImport(CatalogueDraft draft, Set<String> taxLetters) {
        this.draft = draft;
        this.taxLetters = Set.copyOf(taxLetters);
    }

    /**
     * @param imported rows taken, a repeated code counted each time
     * @param rejected rows in the rejects file
     * @param version of the catalogue afterwards
     */
    public record Outcome(long imported, long rejected, Path rejects, long version) {}

    /**
     * @param rejects written anew: {@code line,reason,row}
     * @throws IOException when a file cannot be read or written; nothing was imported then
     * @throws IllegalArgumentException when the header row is not understood; nothing was imported then
     */
    public Outcome run(Path list, Path rejects) throws IOException {
        try (Reader text = open(list);
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text);
                CsvWriter out = CsvWriter.builder().build(rejects, StandardCharsets.UTF_8)) {
            return run(rows.iterator(), new Rejects(rejects, out));
        }
    }

    private Outcome run(Iterator<CsvRecord> rows, Rejects rejects) {
        if (!rows.hasNext()) {
            throw new IllegalArgumentException("the file is empty");
        }
        List<String> header = new ArrayList<>(rows.next().getFields());
        header.set(0, header.get(0).replace("\uFEFF", ""));
        ArticleRow reader = new ArticleRow(header, draft.currency(), taxLetters);
        List<RankedArticle> batch = new ArrayList<>();
        long imported = 0;
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (isBlank(row)) {
                continue;
            }
            try {
                batch.add(new RankedArticle(reader.read(row.getFields()), (int) row.getStartingLineNumber()));
                imported++;
            } catch (IllegalArgumentException wrong) {
                rejects.add(row, wrong.getMessage());
            }
            if (batch.size() == BATCH) {
                draft.put(batch);
                batch.clear();
            }
        }
        draft.put(batch);
        return new Outcome(imported, rejects.count, rejects.path, draft.publishNextVersion());
    }

    /** An empty line carries nothing that could be lost. */
    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    private static Reader open(Path list) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(list));
        InputStream plain = list.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new InputStreamReader(plain, StandardCharsets.UTF_8);
    }

    private static final class Rejects {
        private final Path path;
        private final CsvWriter out;
        private long count;

        Rejects(Path path, CsvWriter out) {
            this.path = path;
            this.out = out;
            out.writeRecord("line", "reason", "row");
        }

        void add(CsvRecord row, String reason) {
            out.writeRecord(String.valueOf(row.getStartingLineNumber()), reason, String.join(",", row.getFields()));
            count++;
        }
    }
}
