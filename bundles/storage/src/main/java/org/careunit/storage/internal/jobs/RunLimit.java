package org.careunit.storage.internal.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.careunit.storage.jobs.Jobs.Resting;

/**
 * Limit of how many jobs of a type or lane run at once, and its rests. After a rest one job may run; each success
 * doubles that, up to the limit.
 */
class RunLimit {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final String name;
    private final Clock clock;
    int most;
    int running;
    int faults;
    private int restsInRow;
    private Instant until;
    private Instant since;
    private String reason;
    private int allowed = Integer.MAX_VALUE;

    RunLimit(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    final String name() {
        return name;
    }

    final int free() {
        return Math.min(most, allowed) - running;
    }

    final boolean isSlow() {
        return allowed < most;
    }

    final boolean rests() {
        return until != null && until.isAfter(clock.instant());
    }

    final boolean isIdle() {
        return running == 0 && !isSlow() && until == null && faults == 0 && restsInRow == 0;
    }

    final void succeeded() {
        faults = 0;
        restsInRow = 0;
        until = null;
        allowed = isSlow() ? allowed * 2 : Integer.MAX_VALUE;
    }

    final void rest(Duration pause, String why) {
        Instant now = clock.instant();
        since = rests() ? since : now;
        reason = why;
        until = now.plus(pause.isZero() ? growing() : pause);
        allowed = 1;
    }

    /** Ends the rest, and forgets failures that are our own fault. */
    final void wake() {
        until = null;
        faults = 0;
    }

    /** Ends a rest whose pause was chosen here. */
    final void wakeIfGrowing() {
        if (restsInRow > 0) {
            until = null;
        }
    }

    final Resting resting() {
        return new Resting(name, reason, since, until);
    }

    private Duration growing() {
        Duration pause = FIRST_REST.multipliedBy(1L << Math.min(restsInRow, 5));
        restsInRow += rests() ? 0 : 1;
        return pause.compareTo(LONGEST_REST) < 0 ? pause : LONGEST_REST;
    }
}
