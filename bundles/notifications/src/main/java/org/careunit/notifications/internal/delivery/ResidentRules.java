package org.careunit.notifications.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.HostCall;
import org.careunit.notifications.internal.recipients.Recipient.Resident;
import org.careunit.notifications.internal.texts.UnitRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Decides whether a message to a resident may leave now: not in quiet hours, not 7 days after it was due, and not if
 * the host says that the answer is read. Waiting costs no attempt.
 */
@Component(service = ResidentRules.class)
public final class ResidentRules {

    /** Pause before a host that cannot answer is called again. */
    public static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    /** Ledger text of a message that was not sent in time. */
    public static final String EXPIRED = "Expired: it could not leave within 7 days";

    private static final Duration LIFE = Duration.ofDays(7);
    public static final String READ = "The host says that the answer is read";

    private final AtomicReference<UnreadAnswers> host = new AtomicReference<>();
    private final UnitRules rules;
    private final Clock clock;

    @Activate
    public ResidentRules(@Reference UnitRules rules, @Reference(target = "(careunit=internal)") Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setHost(UnreadAnswers present) {
        host.set(present);
    }

    public void unsetHost(UnreadAnswers gone) {
        host.compareAndSet(gone, null);
    }

    /** Why a message does not leave now, and what happens instead. */
    sealed interface Hold {

        /** It waits, at no cost. */
        record Wait(String reason, Duration pause) implements Hold {}

        /** It waits for the hours in which it may leave, which begin then. */
        record Until(String reason, Instant opens) implements Hold {}

        /** It ends. */
        record End(MessageState state, String reason) implements Hold {}
    }

    /** Whether so much time has passed since news were due that they are not sent any more. */
    public boolean isExpired(Optional<Instant> due) {
        return due.filter(moment -> !clock.instant().isBefore(moment.plus(LIFE)))
                .isPresent();
    }

    /** Whether the message's unit simulates now; test messages leave all the same. */
    boolean isSimulated(MessageJob message) {
        return message.topic() != Topic.TEST && rules.isSimulated(message.unit());
    }

    /** Empty if it may leave. */
    Optional<Hold> hold(MessageJob message) {
        if (!(message.recipient() instanceof Resident resident)) {
            return Optional.empty();
        }
        if (isExpired(message.due())) {
            return Optional.of(new Hold.End(MessageState.TECHNICAL_FAILURE, EXPIRED));
        }
        Instant now = clock.instant();
        Instant sendable = rules.quietHours(message.unit()).sendableFrom(now);
        if (sendable.isAfter(now)) {
            return Optional.of(new Hold.Until("It waits for the end of the quiet hours", sendable));
        }
        return stillUnread(new CaseRef(message.unit(), resident.caseId()));
    }

    /** Without such a service, the events alone decide. */
    private Optional<Hold> stillUnread(CaseRef subject) {
        UnreadAnswers present = host.get();
        if (present == null) {
            return Optional.empty();
        }
        try {
            return HostCall.ask(present, () -> present.isUnread(subject))
                    ? Optional.empty()
                    : Optional.of(new Hold.End(MessageState.CANCELLED, READ));
        } catch (UnavailableException notNow) {
            return Optional.of(new Hold.Wait(hostSays(notNow), ASK_AGAIN));
        }
    }

    public static String hostSays(UnavailableException notNow) {
        return "The host cannot answer now: " + notNow.getMessage();
    }
}
