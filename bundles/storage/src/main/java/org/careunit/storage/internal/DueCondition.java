package org.careunit.storage.internal;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What this node asks the engine's table for: jobs that it has a handler for, but of a crowded lane only as many as there
 * are free workers. Types and lanes are our own words, made of letters, digits, hyphens, dots, colons and a bar, so they
 * stand in the SQL as they are.
 */
final class DueCondition {

    private final JobHandlers handlers;
    private final Lanes lanes;

    DueCondition(JobHandlers handlers, Lanes lanes) {
        this.handlers = handlers;
        this.lanes = lanes;
    }

    /** SQL that follows a WHERE clause: begins with AND. */
    String sql() {
        return sql(handlers.types(), lanes.crowded());
    }

    static String sql(Set<String> types, Map<String, Integer> crowded) {
        if (types.isEmpty()) {
            return " AND 1 = 0 ";
        }
        String handled = " AND job_type IN ('" + String.join("', '", types) + "') ";
        if (crowded.isEmpty()) {
            return handled;
        }
        StringJoiner places = new StringJoiner(" OR ");
        crowded.forEach((lane, free) -> {
            if (free > 0) {
                places.add(
                        "task_instance IN (SELECT waiting.task_instance FROM jobs waiting WHERE waiting.lane = '" + lane
                                + "' AND waiting.picked = FALSE ORDER BY waiting.execution_time FETCH FIRST " + free
                                + " ROWS ONLY)");
            }
        });
        String elsewhere = "lane NOT IN ('" + String.join("', '", crowded.keySet()) + "')";
        return handled + " AND (" + elsewhere + (places.length() == 0 ? "" : " OR " + places) + ") ";
    }
}
