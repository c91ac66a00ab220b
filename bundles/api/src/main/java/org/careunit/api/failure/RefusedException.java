package org.careunit.api.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the input is invalid or not allowed, so that retrying without a change does not help. Nothing was changed.
 * The problems are available as data; the message is their English text.
 */
public class RefusedException extends CareunitException {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Problem> problems;

    public RefusedException(Problem problem) {
        this(List.of(problem), null);
    }

    public RefusedException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /**
     * @param problems all that is wrong, at least one
     * @param cause may be null
     */
    public RefusedException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")), cause);
        this.problems = new ArrayList<>(problems);
    }

    /** The problems; at least one. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The code of the first problem, for example {@code settings.locked}. */
    public String code() {
        return problems.get(0).code();
    }

    /** The same refusal, of what lies within something else: that one's path before each path. */
    public RefusedException within(String outer) {
        return new RefusedException(
                problems.stream().map(problem -> problem.within(outer)).toList(), getCause());
    }
}
