package org.careunit.casetypes.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.HsaId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which units take listing requests at all, which EK knows: asked once, then answered from memory and asked again in the background. */
final class ListingUnits {

    private static final Logger LOG = LoggerFactory.getLogger(ListingUnits.class);
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();
    private static final int MOST = 50_000;

    private final Map<HsaId, Answer> answers = new ConcurrentHashMap<>();
    private final Predicate<HsaId> question;
    private final Executor background;
    private final LongSupplier nanoTime;

    ListingUnits(Predicate<HsaId> question, Executor background, LongSupplier nanoTime) {
        this.question = question;
        this.background = background;
        this.nanoTime = nanoTime;
    }

    boolean contains(HsaId unit) {
        Answer known = answers.get(unit);
        if (known == null) {
            return ask(unit);
        }
        Answer kept = new Answer(known.takes(), nanoTime.getAsLong());
        if (kept.at() - known.at() > LONGEST && answers.replace(unit, known, kept)) {
            background.execute(() -> askAgain(unit));
        }
        return known.takes();
    }

    private boolean ask(HsaId unit) {
        Answer fresh = new Answer(question.test(unit), nanoTime.getAsLong());
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(unit, fresh);
        return fresh.takes();
    }

    private void askAgain(HsaId unit) {
        try {
            ask(unit);
        } catch (CareunitException notNow) {
            LOG.debug("What {} said of listing requests holds on: {}", unit, notNow.getMessage());
        }
    }

    /** What was answered, or was taken to hold on. */
    private record Answer(boolean takes, long at) {}
}
