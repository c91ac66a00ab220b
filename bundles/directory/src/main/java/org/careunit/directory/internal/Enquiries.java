package org.careunit.directory.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.careunit.api.directory.Looked;
import org.careunit.api.failure.UnavailableException;
import org.careunit.directory.internal.Question.Answer;
import org.careunit.directory.internal.Settings.Keeping;

/**
 * Answers from memory while an answer is fresh, else asks; and while EK cannot be asked, from memory again, marked as
 * stale. That nobody was found is never given from memory: whoever has just been entered in EK is to be found, and while
 * EK is down nobody knows whether somebody has been.
 */
final class Enquiries {

    private final Asking asking;
    private final Memory memory;
    private final Keeping keeping;
    private final Outage outage;
    private final Tally tally;
    private final Clock clock;
    private final Instant begun;

    Enquiries(Asking asking, Memory memory, Keeping keeping, Outage outage, Tally tally, Clock clock) {
        this.asking = asking;
        this.memory = memory;
        this.keeping = keeping;
        this.outage = outage;
        this.tally = tally;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** @throws UnavailableException if EK cannot be asked and nothing is remembered, or only that nothing was found */
    <A extends Answer> Looked<A> ask(Question<A> question) {
        tally.asked.increment();
        Optional<Looked<A>> known = memory.find(question);
        if (known.isPresent() && isFresh(known.get())) {
            tally.fromCache.increment();
            return known.get();
        }
        try {
            return memory.keep(question, asking.ask(question), clock.instant());
        } catch (DirectoryException failure) {
            return known.filter(this::isServable).map(this::stale).orElseThrow(() -> unavailable(failure));
        }
    }

    /** An answer from before this configuration is not fresh: it may come from another directory. */
    private boolean isFresh(Looked<? extends Answer> known) {
        return !known.found().isEmpty() && !known.asOf().isBefore(begun) && isYounger(known, keeping.fresh());
    }

    private boolean isServable(Looked<? extends Answer> known) {
        return !known.found().isEmpty() && isYounger(known, keeping.stale());
    }

    private boolean isYounger(Looked<?> known, Duration age) {
        return clock.instant().isBefore(known.asOf().plus(age));
    }

    private <A> Looked<A> stale(Looked<A> known) {
        tally.stale.increment();
        outage.servedStale();
        return new Looked<>(known.found(), known.asOf(), true);
    }

    private UnavailableException unavailable(DirectoryException failure) {
        tally.failed.increment();
        outage.refused();
        return new UnavailableException("EK cannot be asked now: " + failure.getMessage(), failure);
    }
}
