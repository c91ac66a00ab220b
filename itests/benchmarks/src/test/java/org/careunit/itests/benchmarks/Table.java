package org.careunit.itests.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What, the peer or limit, ours, and the ratio of the two: printed as README can quote it. */
final class Table {

    private static final int COLUMNS = 4;

    private final String title;
    private final List<String[]> rows = new ArrayList<>();

    Table(String title, String what, String peer, String ours, String ratio) {
        this.title = title;
        row(what, peer, ours, ratio);
    }

    /** Adds a row, and shows on the way that something is going on. */
    void row(String what, String peer, String ours, String ratio) {
        rows.add(new String[] {what, peer, ours, ratio});
        System.err.println("... " + String.join(" | ", what, peer, ours, ratio));
    }

    void rates(String what, Duel duel) {
        row(
                what,
                String.format(Locale.ROOT, "%,.0f", duel.peer()),
                String.format(Locale.ROOT, "%,.0f", duel.ours()),
                String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", duel.ratio(), duel.lowest(), duel.highest()));
    }

    void print() {
        System.out.println(title);
        System.out.println();
        for (int i = 0; i < rows.size(); i++) {
            System.out.println(line(rows.get(i)));
            if (i == 0) {
                System.out.println("|" + " --- |".repeat(COLUMNS));
            }
        }
        System.out.println();
    }

    private String line(String[] row) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < COLUMNS; column++) {
            line.append(String.format(" %-" + width(column) + "s |", row[column]));
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(1);
    }
}
