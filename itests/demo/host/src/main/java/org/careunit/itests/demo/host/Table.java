package org.careunit.itests.demo.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of the report: a heading, the columns' names, and rows. */
public final class Table {

    private final String heading;
    private final List<List<String>> lines = new ArrayList<>();

    /** @param columns their names */
    public Table(String heading, String... columns) {
        this.heading = heading;
        add(columns);
    }

    /** Adds a row, a text for each column. */
    public void add(String... cells) {
        List<String> line = new ArrayList<>();
        for (String cell : cells) {
            line.add(cell.strip().replaceAll("\\s*\\R\\s*", " / ").replace('\t', ' '));
        }
        lines.add(List.copyOf(line));
    }

    /** Adds a row for each text, for the last column; what stands before it is said once. */
    public void addAll(List<String> before, List<String> texts) {
        String[] cells = before.toArray(new String[before.size() + 1]);
        cells[before.size()] = texts.isEmpty() ? "" : texts.get(0);
        add(cells);
        Arrays.fill(cells, "");
        for (String text : texts.subList(Math.min(1, texts.size()), texts.size())) {
            cells[before.size()] = text;
            add(cells);
        }
    }

    public String heading() {
        return heading;
    }

    /** The columns' names and the rows, in this order. */
    public List<List<String>> lines() {
        return List.copyOf(lines);
    }

    /** The rows. */
    public List<List<String>> rows() {
        return List.copyOf(lines.subList(1, lines.size()));
    }
}
