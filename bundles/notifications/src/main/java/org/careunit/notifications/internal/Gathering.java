package org.careunit.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Digests;
import org.careunit.storage.Digests.Digest;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.Jobs;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which message carries news to a recipient. The first leaves at once; what follows within the window is gathered into one
 * message, which leaves when the window ends and opens the next. Everything here belongs into the caller's transaction.
 */
@Component(service = Gathering.class)
public final class Gathering {

    static final String EMAIL = "email";
    static final String SEND_EMAIL = "send-email";

    private static final int LONGEST_DESTINATION = 100;

    private final Digests digests;
    private final Jobs jobs;
    private final Clock clock;
    private final UnitRules rules;

    @Activate
    public Gathering(
            @Reference Digests digests,
            @Reference Jobs jobs,
            @Reference(target = "(careunit=internal)") Clock clock,
            @Reference UnitRules rules) {
        this.digests = digests;
        this.jobs = jobs;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * What carries news to somebody.
     *
     * @param id the message
     * @param leaves when it is to leave, where it waits for more news; empty if it leaves at once
     */
    record Carrier(UUID id, Optional<Instant> leaves) {}

    /**
     * The message that is to carry news to somebody; its job is there when this returns. One that gathers already leaves
     * when it was to leave, even if the unit has changed its window since; a shorter window ends one that is running.
     */
    Carrier carrier(HsaId unit, Addressee addressee) {
        Instant now = clock.instant();
        Duration window = rules.window(unit);
        if (window.isZero()) {
            return start(addressee, UUID.randomUUID(), now, Optional.empty());
        }
        Digest digest = digests.lock(unit, EMAIL, addressee.key());
        Optional<Instant> ends = digest.windowEnds().filter(now::isBefore);
        if (digest.gathering().isPresent()) {
            return start(addressee, digest.gathering().get(), now, ends);
        }
        Optional<Instant> leaves = ends.map(end -> earlier(end, now.plus(window)));
        Carrier carrier = start(addressee, UUID.randomUUID(), now, leaves);
        save(digest, leaves.orElse(now.plus(window)), leaves.map(later -> carrier.id()));
        return carrier;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** A message leaves now: what comes after it belongs into the next one. */
    void close(HsaId unit, String recipient, UUID carrier) {
        Digest digest = digests.lock(unit, EMAIL, recipient);
        if (digest.gathering().equals(Optional.of(carrier))) {
            save(digest, clock.instant().plus(rules.window(unit)), Optional.empty());
        }
    }

    /** Has a message sent now, whenever its job would have come. */
    void hurry(Addressee addressee, UUID carrier) {
        JobId job = job(addressee, carrier);
        jobs.cancel(job);
        if (!jobs.retry(job)) {
            start(addressee, carrier, clock.instant(), Optional.empty());
        }
    }

    /** Adds the job that sends a message, unless it is there. */
    private Carrier start(Addressee addressee, UUID carrier, Instant now, Optional<Instant> leaves) {
        jobs.add(List.of(NewJob.at(leaves.orElse(now), job(addressee, carrier), carrier.toString())));
        return new Carrier(carrier, leaves);
    }

    /** Each domain has workers of its own. */
    private static JobId job(Addressee addressee, UUID carrier) {
        String domain = addressee.address().domain();
        String destination = domain.substring(Math.max(0, domain.length() - LONGEST_DESTINATION));
        return new JobId(SEND_EMAIL, destination, carrier.toString());
    }

    private void save(Digest digest, Instant windowEnds, Optional<UUID> gathering) {
        digests.save(
                new Digest(digest.unit(), digest.channel(), digest.recipient(), Optional.of(windowEnds), gathering));
    }
}
