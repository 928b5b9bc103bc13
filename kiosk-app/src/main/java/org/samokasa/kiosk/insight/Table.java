package org.samokasa.kiosk.insight;

import java.util.Arrays;
import java.util.List;

/**
 * A small table of figures: what a page shows, a chart draws and a file exports are the same rows.
 *
 * @param id      key of its title, as {@code causes}
 * @param columns keys of its columns; those that end in {@code Before} are of the week before
 * @param rows    one text for each column; digits with a point, or empty where nothing is known
 */
public record Table(String id, List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row of " + id + " needs " + width + " cells");
        }
    }

    /** The texts of a column, from top to bottom. */
    public List<String> column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(id + " has no column " + name + ", only " + columns);
        }
        return rows.stream().map(row -> row.get(index)).toList();
    }

    static List<String> row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toList();
    }
}
