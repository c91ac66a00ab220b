package org.careunit.notifications.internal;

import static org.careunit.api.messages.MessageState.NO_RECIPIENT;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SUPPRESSED;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.api.time.SwedishTime;
import org.careunit.notifications.internal.Gathering.Carrier;
import org.careunit.storage.Message;
import org.careunit.storage.MessageLedger;
import org.careunit.storage.Suppressions;
import org.careunit.storage.Suppressions.Suppression;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The ledger of what is to be told to whom by e-mail, and what becomes of it. Whatever writes here belongs into the
 * caller's transaction.
 */
@Component(service = Outbox.class)
public final class Outbox {

    /** Where a message may stand that still has to leave. */
    static final Set<MessageState> TO_BE_SENT = Set.of(QUEUED, TEMPORARY_FAILURE, SENDING);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(SwedishTime.ZONE);

    private final MessageLedger ledger;
    private final Suppressions suppressions;
    private final Gathering gathering;
    private final Audience audience;
    private final Clock clock;

    @Activate
    public Outbox(
            @Reference MessageLedger ledger,
            @Reference Suppressions suppressions,
            @Reference Gathering gathering,
            @Reference Audience audience,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.gathering = gathering;
        this.audience = audience;
        this.clock = clock;
    }

    /** Has everybody told; in the order of their keys, so that two callers never wait for each other. */
    void tell(String event, CaseRef subject, List<Addressee> addressees) {
        addressees.stream()
                .sorted(Comparator.comparing(Addressee::key))
                .forEach(addressee -> tell(event, subject, addressee));
    }

    /** Writes down that nobody is told, and why. */
    void tellNobody(String event, CaseRef subject, String why) {
        ledger.enter(row(event, subject, "nobody", NO_RECIPIENT, why));
    }

    /** The case needs nobody any more: what has not left stays here. */
    void cancel(CaseRef subject, String why) {
        ledger.cancel(subject, why);
    }

    /** A row that a message carries, rather one that still has to leave; empty if it carries nothing. */
    Optional<Message> anyCarriedBy(UUID carrier) {
        return ledger.carriedBy(carrier).stream().max(Comparator.comparing(row -> TO_BE_SENT.contains(row.state())));
    }

    /**
     * A message is about to leave: nothing more is added to it, and its rows are marked.
     *
     * @return how many rows it carries that still have to leave
     */
    int take(Message any, UUID carrier) {
        gathering.close(any.subject().unit(), any.recipient(), carrier);
        return ledger.moveCarried(carrier, TO_BE_SENT, SENDING, false, "");
    }

    /** The gateway was asked, and this is what came of it. */
    void answered(UUID carrier, MessageState state, String detail) {
        ledger.moveCarried(carrier, TO_BE_SENT, state, true, detail);
    }

    /** The gateway was not asked, and this is why. */
    void notAsked(UUID carrier, MessageState state, String detail) {
        ledger.moveCarried(carrier, TO_BE_SENT, state, false, detail);
    }

    /** Why an address is held back; empty if it is not. */
    Optional<String> heldBack(Addressee addressee) {
        return suppressions
                .find(Gathering.EMAIL, audience.pseudonyms(addressee.address()))
                .map(held -> "The mail server has refused this address before: " + held.reason());
    }

    /** Holds an address back that the mail server has refused for good. */
    void holdBack(Addressee addressee, String reason) {
        suppressions.add(new Suppression(
                Gathering.EMAIL,
                audience.pseudonym(addressee.address()),
                addressee.address().masked(),
                reason,
                clock.instant()));
    }

    /** Sends a message again, and lets its address have messages again. */
    void sendAgain(Message failed, UUID carrier, Addressee addressee) {
        suppressions.lift(Gathering.EMAIL, audience.pseudonyms(addressee.address()));
        ledger.moveCarried(carrier, Set.of(failed.state()), QUEUED, false, "Started again by an operator");
        gathering.hurry(addressee, carrier);
    }

    private void tell(String event, CaseRef subject, Addressee addressee) {
        Optional<String> heldBack = heldBack(addressee);
        Carrier carrier = heldBack.isPresent()
                ? new Carrier(UUID.randomUUID(), Optional.empty()) // for an operator to have it sent after all
                : gathering.carrier(subject.unit(), addressee);
        MessageState state = heldBack.isPresent() ? SUPPRESSED : QUEUED;
        String detail =
                heldBack.or(() -> carrier.leaves().map(Outbox::gathered)).orElse("");
        Message row = row(event, subject, addressee.key(), state, detail);
        ledger.enter(carriedBy(carrier.id(), addressee.address().masked(), row));
    }

    private static String gathered(Instant leaves) {
        return "Gathered with further news; leaves at " + MINUTE.format(leaves) + " (Europe/Stockholm)";
    }

    private Message row(String event, CaseRef subject, String recipient, MessageState state, String detail) {
        return new Message(
                UUID.randomUUID(),
                event,
                subject,
                Gathering.EMAIL,
                recipient,
                Optional.empty(),
                Optional.empty(),
                state,
                0,
                detail,
                clock.instant());
    }

    private static Message carriedBy(UUID carrier, String shown, Message row) {
        return new Message(
                row.id(),
                row.event(),
                row.subject(),
                row.channel(),
                row.recipient(),
                Optional.of(shown),
                Optional.of(carrier),
                row.state(),
                row.attempts(),
                row.detail(),
                row.changedAt());
    }
}
