package org.careunit.storage.internal.jobs;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What this node asks the engine's table for: jobs that it has a handler for, but of a crowded lane only as many as there
 * are free workers. Types and lanes are our own words, made of letters, digits, hyphens, dots, colons and a bar, so they
 * stand in the SQL as they are.
 */
public final class DueCondition {

    private final JobHandlers handlers;
    private final Lanes types;
    private final Lanes destinations;

    public DueCondition(JobHandlers handlers, Lanes types, Lanes destinations) {
        this.handlers = handlers;
        this.types = types;
        this.destinations = destinations;
    }

    /** SQL that follows a WHERE clause: begins with AND. */
    public String sql() {
        return sql(handlers.types(), types.crowded(), destinations.crowded());
    }

    public static String sql(
            Set<String> handled, Map<String, Integer> crowdedTypes, Map<String, Integer> crowdedLanes) {
        if (handled.isEmpty()) {
            return " AND 1 = 0 ";
        }
        String lanes = sparing("lane", crowdedLanes, "");
        return " AND job_type IN ('" + String.join("', '", handled) + "') " + sparing("job_type", crowdedTypes, lanes)
                + lanes;
    }

    /**
     * Of each of these only as many as there are free workers, and all that are none of these.
     *
     * @param also what else must hold for those few, lest they be jobs that cannot run
     */
    private static String sparing(String column, Map<String, Integer> crowded, String also) {
        if (crowded.isEmpty()) {
            return "";
        }
        StringJoiner places = new StringJoiner("");
        crowded.forEach((name, free) -> {
            if (free > 0) {
                places.add(" OR task_instance IN (SELECT waiting.task_instance FROM jobs waiting WHERE waiting."
                        + column
                        + " = '" + name + "' AND waiting.picked = FALSE " + also
                        + "ORDER BY waiting.execution_time FETCH FIRST " + free + " ROWS ONLY)");
            }
        });
        return "AND (" + column + " NOT IN ('" + String.join("', '", crowded.keySet()) + "')" + places + ") ";
    }
}
