package org.careunit.notifications.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.texts.UnitRules;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.Digests.Digest;
import org.careunit.storage.messages.MessageLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Chooses the message that carries news to a recipient. The first is sent at once; further news of the topic within the
 * window are gathered into one message, which is sent when the window ends and opens the next. All methods run in the
 * caller's transaction.
 */
@Component(service = DigestWindow.class)
public final class DigestWindow {

    private final Digests digests;
    private final MessageLedger ledger;
    private final UnitRules rules;
    private final Clock clock;

    @Activate
    public DigestWindow(
            @Reference Digests digests,
            @Reference MessageLedger ledger,
            @Reference UnitRules rules,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.digests = digests;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The message that news are assigned to.
     *
     * @param messageId which message; never null
     * @param isFirst whether the message is new: it needs a job, and its first row has its id
     * @param leaves when it is to leave, where it waits for more news; empty if it leaves at once
     * @param isSimulated whether all happens but the sending
     */
    record Slot(UUID messageId, boolean isFirst, Optional<Instant> leaves, boolean isSimulated) {

        /** A message of its own. */
        static Slot alone(boolean isSimulated) {
            return new Slot(UUID.randomUUID(), true, Optional.empty(), isSimulated);
        }

        Slot {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(leaves, "leaves");
        }
    }

    /** Whether news to a recipient may be gathered with further news. */
    boolean gathers(Digests.Key key) {
        return !rules.window(key.unit(), key.topic()).isZero();
    }

    /**
     * The message for news to somebody. One that gathers already leaves when it was to leave, even if the unit has
     * changed its window since; a shorter window ends one that is running.
     */
    Slot slot(Digests.Key key) {
        if (isSimulated(key.unit(), key.topic())) {
            return Slot.alone(true);
        }
        Duration window = rules.window(key.unit(), key.topic());
        if (window.isZero()) {
            return Slot.alone(false);
        }
        Digest digest = digests.lock(key);
        boolean joined = digest.gathering().filter(ledger::join).isPresent();
        return joined ? gathering(digest) : start(digest, window);
    }

    /** Whether messages of a unit about a topic are simulated now; those that test the way never are. */
    boolean isSimulated(HsaId unit, Topic topic) {
        return topic != Topic.TEST && rules.isSimulated(unit);
    }

    /**
     * Chooses messages as {@link #slot} does, but for what the caller tells in one transaction: that becomes one
     * message.
     */
    Function<Digests.Key, Slot> together() {
        Map<Digests.Key, Slot> chosen = new HashMap<>();
        return key -> {
            Slot first = chosen.get(key);
            if (first == null) {
                Slot slot = slot(key);
                chosen.put(key, slot);
                return slot;
            }
            return new Slot(first.messageId(), false, first.leaves(), first.isSimulated());
        };
    }

    private Slot gathering(Digest digest) {
        return new Slot(
                digest.gathering().orElseThrow(), false, digest.windowEnds().filter(this::isAhead), false);
    }

    private Slot start(Digest digest, Duration window) {
        Instant latest = clock.instant().plus(window);
        Optional<Instant> leaves =
                windowEnds(digest, window).filter(this::isAhead).map(end -> end.isBefore(latest) ? end : latest);
        UUID messageId = UUID.randomUUID();
        digests.save(new Digest(digest.key(), Optional.of(leaves.orElse(latest)), leaves.map(later -> messageId)));
        return new Slot(messageId, true, leaves, false);
    }

    /** A message that gathered and has left meanwhile has opened the next window when it left. */
    private Optional<Instant> windowEnds(Digest digest, Duration window) {
        return digest.gathering().isPresent()
                ? digest.windowEnds().map(left -> left.plus(window))
                : digest.windowEnds();
    }

    private boolean isAhead(Instant time) {
        return clock.instant().isBefore(time);
    }
}
