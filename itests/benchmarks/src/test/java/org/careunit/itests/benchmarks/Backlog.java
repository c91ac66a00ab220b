package org.careunit.itests.benchmarks;

/** Rows that wait in the job queue by the million, made by the database itself. */
final class Backlog {

    private static final int AT_ONCE = 20_000;

    private Backlog() {}

    /**
     * Adds ready jobs of one type to nowhere in particular, numbered from one number up to another, one after the
     * other.
     */
    static void add(Database database, String type, int from, int to) {
        String numbers = database.isEmbedded() ? "SYSTEM_RANGE" : "generate_series";
        for (int first = from; first < to; first += AT_ONCE) {
            int last = Math.min(to, first + AT_ONCE) - 1;
            database.store.execute("INSERT INTO job_queue (id, lane, state, turn, due, since, failures, payload,"
                    + " recurring, token, rerun, stop) SELECT '" + type + "|*|job-' || x, '" + type
                    + "|*', 'READY', at,"
                    + " at, at, 0, '', FALSE, 0, FALSE, FALSE FROM (SELECT x, TIMESTAMP WITH TIME ZONE"
                    + " '2026-01-01 00:00:00+00' + x * INTERVAL '0.01' SECOND AS at FROM " + numbers + "(" + first
                    + ", " + last + ") AS x) AS numbered");
        }
    }
}
