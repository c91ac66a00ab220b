package org.careunit.api.readiness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.careunit.api.identity.HsaId;

/**
 * A unit's checklist.
 *
 * @param unit whose; never null
 * @param points all six, in the order of {@link Point}; never null
 * @param facts what else was looked at, by key; never null
 */
public record Checklist(HsaId unit, List<Line> points, List<Line> facts) {

    public Checklist {
        Objects.requireNonNull(unit, "unit");
        points = List.copyOf(points);
        facts = List.copyOf(facts);
    }

    /** Whether everything is done, in the points and in the facts. */
    public boolean ready() {
        return lines().stream().noneMatch(line -> line.result().status() == CheckStatus.NOT_DONE);
    }

    /** The points, then the facts; never null. */
    public List<Line> lines() {
        return Stream.concat(points.stream(), facts.stream()).toList();
    }

    /**
     * A line of it.
     *
     * @param key the point's {@linkplain Point#key() key}, or the fact's; never null
     * @param title in Swedish; never null
     * @param result never null
     */
    public record Line(String key, String title, CheckResult result) {
        public Line {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(result, "result");
        }
    }
}
