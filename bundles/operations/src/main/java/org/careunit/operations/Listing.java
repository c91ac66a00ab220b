package org.careunit.operations;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;

/** Table that a command prints: rows under the names of their columns. Not for use by several threads. */
public final class Listing {

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();
    private String whenEmpty = "Nothing.";
    private Optional<String> failure = Optional.empty();
    private boolean isPlain;

    private Listing(List<String> columns) {
        this.columns = columns;
    }

    /** A listing without rows; the columns' names are lower-case words, since they are keys in JSON too. */
    public static Listing of(String... columns) {
        return new Listing(List.of(columns));
    }

    /** Prints the first value of each row on a line, without a table; for formats such as CSV. */
    public Listing plain() {
        isPlain = true;
        return this;
    }

    /**
     * Adds a row: as many values as there are columns; an empty {@code Optional} or null is shown as nothing, a
     * duration as people say it, and an instant as local time in Sweden with its offset, as it is written after
     * commands.
     */
    public Listing row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("The row has " + values.length + " values for " + columns);
        }
        rows.add(Arrays.stream(values).map(Listing::plain).toList());
        return this;
    }

    /** What is printed in place of a table without rows. */
    public Listing whenEmpty(String sentence) {
        whenEmpty = sentence;
        return this;
    }

    /**
     * Makes the command fail after the listing is printed, so that scripts notice; the sentence is printed below the
     * table, not in JSON.
     *
     * @param sentence what failed; not null
     */
    public Listing failed(String sentence) {
        failure = Optional.of(sentence);
        return this;
    }

    /** What failed; empty where nothing did. */
    Optional<String> failure() {
        return failure;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintStream console) {
        if (isPlain) {
            rows.forEach(row -> console.println(row.get(0)));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText(whenEmpty);
        columns.forEach(table::column);
        rows.forEach(row -> table.addRow().addContent(row));
        table.print(console);
    }

    String json() {
        return json(rows.stream().map(this::object).toList());
    }

    @SuppressWarnings("try") // its close() is declared to be interruptible, but never is
    static String json(Object answer) {
        try (Jsonb writer = JsonbBuilder.create()) {
            return writer.toJson(answer);
        } catch (Exception unexpected) {
            throw new IllegalStateException("The answer cannot be written as JSON", unexpected);
        }
    }

    private Map<String, Object> object(List<Object> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value == null ? "" : value;
        }
        if (value instanceof Duration duration) {
            return Durations.text(duration);
        }
        if (value instanceof Instant instant) {
            return Arguments.local(instant);
        }
        return value instanceof Optional<?> optional ? plain(optional.orElse(null)) : value.toString();
    }
}
