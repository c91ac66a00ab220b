package org.careunit.routes;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;

/**
 * Creates an adapter's health result from its configuration and its channel's state, with the same texts for all
 * adapters.
 */
public final class ChannelHealth {

    private ChannelHealth() {}

    /**
     * The answer to a health check.
     *
     * @param fault what is wrong with the configuration as it is; empty for nothing
     * @param state null while the adapter does not run
     * @param works what to say where the channel works
     */
    public static Result of(String fault, ChannelState state, String works) {
        if (!fault.isEmpty()) {
            return Health.critical(
                    fault + "; " + (state == null ? "mend it" : "the last good one stays in force until it is mended"));
        }
        if (state == null) {
            return Health.down("It waits until its routes run and the store is open; the log says what is missing.");
        }
        return switch (state.status()) {
            case NOT_SET_UP -> Health.warn(state.explanation());
            case WORKS -> Health.ok(works);
            case RESTING -> state.fault().filter(ChannelState.Fault::isLasting).isPresent()
                    ? Health.critical(state.explanation())
                    : Health.down(state.explanation());
        };
    }

    /** The worst of several channels' answers, with a description of each by its name; not empty. */
    public static Result worst(SortedMap<String, Result> named) {
        Result.Status worst = named.values().stream()
                .map(Result::getStatus)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String all = named.entrySet().stream()
                .map(one ->
                        one.getKey() + ": " + one.getValue().iterator().next().getMessage())
                .collect(Collectors.joining(" "));
        return new Result(worst, all);
    }
}
