package org.careunit.api.paging;

import java.util.Objects;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;

/**
 * Which rows of a list somebody asks for.
 *
 * @param limit the most rows, 1 to {@value #MOST}
 * @param after the {@link Page#next} of the page before; empty for the first page; never null
 */
public record PageRequest(int limit, Optional<String> after) {

    /** The most rows of a page. */
    public static final int MOST = 1_000_000;

    /** @throws RefusedException if the limit is out of its range */
    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw ValueProblem.RANGE.refusedAt("limit", 1, MOST, limit);
        }
        Objects.requireNonNull(after, "after");
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /** What a service answers with that cannot read {@code after}: it is of another list. */
    public static RefusedException unreadable() {
        return ValueProblem.CURSOR.refusedAt("after");
    }
}
