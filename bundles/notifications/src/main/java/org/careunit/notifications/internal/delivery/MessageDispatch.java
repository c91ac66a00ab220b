package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SUPPRESSED;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.StoredCase;
import org.careunit.storage.Transactions;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.MessageLedger.Addressed;
import org.careunit.storage.messages.MessageLedger.Answered;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.MessageLedger.Leaving;
import org.careunit.storage.messages.Suppressions;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Claims messages in the ledger before they are sent, and records the result. A message that is sent alone costs two
 * statements here and a commit before it, and one statement in the job's own last transaction.
 */
@Component(service = MessageDispatch.class)
public final class MessageDispatch {

    /** Ledger text of a message that was not sent because its unit simulates. */
    public static final String SIMULATED = "Not sent: the unit simulates";

    /** How often claiming is retried because a row joined the message meanwhile. */
    private static final int LOOKS = 5;

    private final Transactions transactions;
    private final MessageLedger ledger;
    private final Suppressions suppressions;
    private final Recipients recipients;
    private final SendingRules rules;
    private final Clock clock;

    @Activate
    public MessageDispatch(
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference Suppressions suppressions,
            @Reference Recipients recipients,
            @Reference SendingRules rules,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.recipients = recipients;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A message that was marked as leaving.
     *
     * @param token names this attempt; its result is recorded only while no other attempt has the message
     * @param count how many rows leave; 0 if nothing is left to send
     * @param suppressed why it does not leave, because the address is held back; empty if it does
     */
    record ClaimedMessage(AttemptToken token, int count, Optional<String> suppressed) {
        ClaimedMessage {
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(suppressed, "suppressed");
        }
    }

    /** Why a message does not leave now; empty if it may. */
    Optional<Hold> hold(MessageJob message) {
        return rules.hold(message);
    }

    /** The outcome of a message that waits for the hours in which it may leave; the ledger says so. */
    JobOutcome held(MessageJob message, Hold.Until hours) {
        return new JobOutcome.NotNow(
                hours.reason(),
                Duration.between(clock.instant(), hours.opens()),
                () -> ledger.moveMessage(
                        message.messageId(), Set.of(QUEUED), QUEUED, HeldUntil.written(hours.reason(), hours.opens())));
    }

    /** The destination of a message now; empty if its recipient no longer wants this channel. */
    Optional<Destination> destination(MessageJob message, MessageChannel channel) {
        Optional<Contact> contact = recipients.contact(message.unit(), message.topic(), message.recipient());
        return contact.flatMap(channel::destination);
    }

    /**
     * A message that is to leave.
     *
     * @param token names this attempt
     */
    record Attempt(MessageJob message, Destination to, AttemptToken token) {}

    /**
     * Marks messages as leaving, in one transaction, but for rows that are not wanted any more, which are cancelled.
     * From then on nothing joins them.
     *
     * @return of each, in the same order; empty if news joined it again and again just then, or a younger attempt has
     *     the message
     */
    List<Optional<ClaimedMessage>> take(MessageChannel channel, List<Attempt> attempts) {
        return tryToTake(channel, attempts).orElseGet(() -> attempts.stream()
                .map(attempt -> takeAlone(channel, attempt))
                .toList());
    }

    private Optional<ClaimedMessage> takeAlone(MessageChannel channel, Attempt attempt) {
        for (int look = 1; look <= LOOKS; look++) {
            Optional<List<Optional<ClaimedMessage>>> taken = tryToTake(channel, List.of(attempt));
            if (taken.isPresent()) {
                return taken.get().get(0);
            }
        }
        return Optional.empty();
    }

    private Optional<List<Optional<ClaimedMessage>>> tryToTake(MessageChannel channel, List<Attempt> attempts) {
        try {
            return attempts.isEmpty()
                    ? Optional.of(List.of())
                    : Optional.of(transactions.call(() -> takeOnce(channel, attempts)));
        } catch (JoinedMeanwhile rolledBack) {
            return Optional.empty();
        }
    }

    private List<Optional<ClaimedMessage>> takeOnce(MessageChannel channel, List<Attempt> attempts) {
        List<Departure> departures = prepare(channel, attempts);
        List<Leaving> leaving = IntStream.range(0, departures.size())
                .filter(i -> mayLeave(departures.get(i)))
                .mapToObj(i -> leaving(attempts.get(i), departures.get(i)))
                .toList();
        Map<UUID, Integer> rows = new HashMap<>();
        List<Optional<Integer>> taken =
                leaving.isEmpty() ? List.of() : ledger.take(leaving, NewsRelevance.NOT_ANY_MORE);
        for (int i = 0; i < taken.size(); i++) {
            rows.put(leaving.get(i).messageId(), taken.get(i).orElseThrow(JoinedMeanwhile::new));
        }
        return IntStream.range(0, departures.size())
                .mapToObj(i -> Optional.of(new ClaimedMessage(
                        attempts.get(i).token(),
                        rows.getOrDefault(attempts.get(i).message().messageId(), 0),
                        departures.get(i).suppressed().map(Outbox::suppressedBecause))))
                .toList();
    }

    /** By one statement for a single message, by three for several. */
    private List<Departure> prepare(MessageChannel channel, List<Attempt> attempts) {
        if (attempts.size() == 1) {
            Attempt only = attempts.get(0);
            return List.of(ledger.prepare(
                    only.message().messageId(),
                    channel.kind(),
                    recipients.pseudonyms(only.to().mailbox())));
        }
        return ledger.prepare(
                channel.kind(),
                attempts.stream()
                        .map(attempt -> new Addressed(
                                attempt.message().messageId(),
                                recipients.pseudonyms(attempt.to().mailbox())))
                        .toList());
    }

    private static boolean mayLeave(Departure departure) {
        return departure.rows() > 0 && departure.suppressed().isEmpty();
    }

    private static Leaving leaving(Attempt attempt, Departure departure) {
        List<String> unwanted = departure.cases().stream()
                .flatMap(waiting -> waiting.events().stream()
                        .filter(event -> isUnwanted(attempt.message(), event, waiting.subject())))
                .toList();
        return new Leaving(attempt.message().messageId(), departure, attempt.token(), unwanted);
    }

    private static boolean isUnwanted(MessageJob message, String event, StoredCase subject) {
        return NewsRelevance.dependsOnCase(message.topic())
                && !NewsRelevance.isWanted(message.topic(), event, message.recipient(), subject);
    }

    /** The gateway has taken messages. */
    void sent(List<Sent> messages) {
        ledger.answered(messages.stream()
                .map(sent -> new Answered(
                        sent.message().messageId(), sent.taken().token(), MessageState.SENT, true, sent.detail()))
                .toList());
    }

    /**
     * A message that the gateway has taken.
     *
     * @param detail what the gateway said
     */
    record Sent(MessageJob message, ClaimedMessage taken, String detail) {}

    /** The gateway answered, and this is the result. */
    void answered(MessageJob message, ClaimedMessage taken, MessageState state, String detail) {
        ledger.answered(message.messageId(), taken.token(), state, true, detail);
    }

    /** Whether a message is not handed to the gateway, since its unit simulates, or did when it was entered. */
    boolean isSimulated(MessageJob message) {
        return rules.isSimulated(message);
    }

    /** Records a message as simulated. */
    void simulated(MessageJob message, ClaimedMessage taken) {
        ledger.answered(message.messageId(), taken.token(), MessageState.SIMULATED, false, SIMULATED);
    }

    /** Records that the gateway was not called: the message waits on. */
    void notAsked(MessageJob message, ClaimedMessage taken, String detail) {
        ledger.answered(message.messageId(), taken.token(), MessageState.QUEUED, false, detail);
    }

    /** A message ends without having been handed to the gateway. */
    void ended(UUID messageId, MessageState how, String why) {
        ledger.moveMessage(messageId, Outbox.WAITING, how, why);
    }

    /** A message ends because its address is held back. */
    void suppressed(MessageJob message, MessageChannel channel, Destination to, String why) {
        suppressions.find(channel.kind(), recipients.pseudonyms(to.mailbox())); // which renews an old pseudonym
        ended(message.messageId(), SUPPRESSED, why);
    }

    /** Suppresses an address that the gateway has refused permanently. */
    public void holdBack(MessageChannel channel, Destination to, String reason) {
        String pseudonym = recipients.pseudonyms(to.mailbox()).get(0);
        suppressions.add(new Suppression(channel.kind(), pseudonym, to.masked(), reason, clock.instant()));
    }

    /** Rolls the transaction back. */
    private static final class JoinedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JoinedMeanwhile() {
            super("A row joined the message meanwhile");
        }
    }
}
