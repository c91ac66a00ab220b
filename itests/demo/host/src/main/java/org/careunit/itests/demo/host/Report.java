package org.careunit.itests.demo.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the host has to report, as tables. In a file each is its heading, its lines with tabs between the cells, and an
 * empty line.
 */
public final class Report {

    public static final String CAME_IN = "What came in";
    public static final String WENT_OUT = "What went out (Careunit's ledger)";
    public static final String STAFF = "Staff, by the directory and their own choice";
    public static final String JOINING = "How a unit joins (by the example of a host module)";
    public static final String BEFORE = "The checklist of another unit that has just joined";
    public static final String PREPARING = "How that unit becomes ready (by the example of a host module)";
    public static final String FINDINGS = "What the check finds in the terms of \"Boka tid\" as the unit gets them";
    public static final String PREVIEW = "The terms that the unit publishes, as residents see them";
    public static final String AFTER = "The checklist when the unit is ready";
    public static final String OFFER = "What a resident may send to it on a Saturday morning, and why not the rest";
    public static final String RECEIPT = "The receipt of the terms that the resident accepted, and its verification";
    public static final String REFUSED = "What was refused";
    public static final String TIMELINE = "What a case will lead to (tidslinje), as its unit may ask beforehand";
    public static final String LIFE = "A case's life, on a clock that the demo moves";
    public static final String WHY = "Why another case led to no message at all, as its unit's administrator reads it";
    public static final String RETURNED = "An e-mail that comes back, and what follows";
    public static final String RECORDS = "A case in the unit's medical-record system (FHIR)";
    public static final String TASKS = "What the record system has";
    public static final String ARCHIVED = "The unit's ended cases go to the archive";
    public static final String PACKAGE = "What is in the package";
    public static final String FIGURES = "The unit's figures (statistik)";

    /** Columns: yes or no; what was checked. */
    public static final String CHECKS = "Checks";

    /** Columns: the message's id; the masked recipient; the state; the channel. */
    public static final String MESSAGES = "Messages";

    /** What stands in the first column of {@link #CHECKS} if all is well. */
    public static final String YES = "yes";

    private final Map<String, Table> tables = new LinkedHashMap<>();

    public Table add(Table table) {
        tables.put(table.heading(), table);
        return table;
    }

    /** A check, and whether it was passed. */
    public void check(String what, boolean passed) {
        if (!tables.containsKey(CHECKS)) {
            add(new Table(CHECKS, "Passed", "What"));
        }
        tables.get(CHECKS).add(passed ? YES : "NO", what);
    }

    /** The table with that heading; empty if it was not written. */
    public Table table(String heading) {
        return tables.getOrDefault(heading, new Table(heading));
    }

    /** Writes the report; the file is there when it is whole. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Table table : tables.values()) {
            lines.add(table.heading());
            table.lines().forEach(cells -> lines.add(String.join("\t", cells)));
            lines.add("");
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, lines, UTF_8);
        Files.move(written, file, ATOMIC_MOVE);
    }

    /** Reads what {@link #write} wrote. */
    public static Report read(Path file) throws IOException {
        Report report = new Report();
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (!line.isEmpty()) {
                block.add(line);
                continue;
            }
            report.add(table(block));
            block.clear();
        }
        return report;
    }

    private static Table table(List<String> block) {
        Table table = new Table(block.get(0), block.get(1).split("\t", -1));
        block.subList(2, block.size()).forEach(line -> table.add(line.split("\t", -1)));
        return table;
    }
}
