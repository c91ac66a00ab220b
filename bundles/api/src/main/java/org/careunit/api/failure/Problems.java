package org.careunit.api.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that several can be reported at once. For one thread. */
public final class Problems {

    /** How many are reported at most: the next one ends the search. */
    public static final int MOST = 20;

    /** How many rows can be asked for at once. */
    public static final int MOST_ROWS = 1_000_000;

    private final List<Problem> found = new ArrayList<>();

    /** Runs a check; what it refuses is kept. */
    public Problems check(Runnable check) {
        try {
            check.run();
        } catch (RefusedException refused) {
            refused.problems().forEach(this::add);
        }
        return this;
    }

    /** What the work makes; null if it refuses, which is kept. */
    public <T> @Nullable T value(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            refused.problems().forEach(this::add);
            return null;
        }
    }

    /** @throws RefusedException with all that was found, once it is {@link #MOST} */
    public Problems add(Problem problem) {
        found.add(problem);
        if (found.size() >= MOST) {
            refuse();
        }
        return this;
    }

    /**
     * How many rows somebody asks for.
     *
     * @throws RefusedException unless it is 1 to {@link #MOST_ROWS}
     */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw ValueProblem.RANGE.refusedAt("limit", 1, MOST_ROWS, limit);
        }
        return limit;
    }

    /**
     * What a caller gives together.
     *
     * @param path what it is called
     * @return the same
     * @throws RefusedException if one of it is null, with the path of each that is
     */
    public static <C extends Collection<?>> C noneNull(String path, C items) {
        Problems problems = new Problems();
        int index = 0;
        for (Object item : items) {
            if (item == null) {
                problems.add(ValueProblem.NULL_ITEM.at("/" + path + "/" + index));
            }
            index++;
        }
        problems.refuse();
        return items;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws RefusedException with all that was found, if there was anything */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new RefusedException(List.copyOf(found), null);
        }
    }
}
