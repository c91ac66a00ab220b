package org.careunit.storage.internal.database;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Describes how rows of one table are inserted unless they are there: one by one, or many by one statement that takes
 * each column as an array, which only PostgreSQL understands. An array's rows are inserted in its order.
 */
public final class RowInsert {

    private final List<Column> columns;
    private final List<Integer> key;
    private final String one;
    private final String many;

    private RowInsert(String table, List<String> key, List<Column> columns) {
        this.columns = columns;
        List<String> names = columns.stream().map(Column::name).toList();
        this.key = key.stream().map(names::indexOf).toList();
        String into = "INSERT INTO " + table + " (" + String.join(", ", names) + ") ";
        String arrays = columns.stream()
                .map(column -> "CAST(? AS " + column.type + "[])")
                .collect(Collectors.joining(", "));
        String known = " ON CONFLICT DO NOTHING";
        this.one = into + "VALUES (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")" + known;
        this.many = into + "SELECT * FROM unnest(" + arrays + ")" + known + " RETURNING " + String.join(", ", key);
    }

    /**
     * @param key the columns by which a row is told from the others of one call
     * @param columns in the order of the values, each with its type: {@code id text, at timestamptz}
     */
    public static RowInsert into(String table, List<String> key, String columns) {
        return new RowInsert(
                table, key, Arrays.stream(columns.split(", ")).map(Column::of).toList());
    }

    /** The statement for one row. */
    String one() {
        return one;
    }

    /** The statement for many rows; returns the keys of those that were not there. */
    String many() {
        return many;
    }

    List<Column> columns() {
        return columns;
    }

    int keyLength() {
        return key.size();
    }

    /** The key that {@link #many} returns for a row of values. */
    List<String> key(Object... values) {
        return key.stream().map(place -> String.valueOf(values[place])).toList();
    }

    /** A column's name and its type as PostgreSQL calls it. */
    record Column(String name, String type) {

        static Column of(String written) {
            String[] words = written.split(" ");
            return new Column(words[0], words[1]);
        }

        /**
         * One column of some rows, of the class that the driver sends without making text of it, where there is one.
         */
        Object[] array(List<Object[]> rows, int place) {
            Object[] array = type.equals("text") ? new String[rows.size()] : new Object[rows.size()];
            IntStream.range(0, array.length).forEach(i -> array[i] = rows.get(i)[place]);
            return array;
        }
    }
}
