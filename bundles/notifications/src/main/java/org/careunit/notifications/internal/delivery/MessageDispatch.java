package org.careunit.notifications.internal.delivery;

import static org.careunit.api.messages.MessageState.SUPPRESSED;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.cases.NewsRelevance;
import org.careunit.notifications.internal.delivery.ResidentRules.Hold;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.StoredCase;
import org.careunit.storage.Transactions;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.MessageLedger;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.Suppressions;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Claims messages in the ledger before they are sent, and records the result. A send costs two statements here and a
 * commit before it, and one statement in the job's own last transaction.
 */
@Component(service = MessageDispatch.class)
public final class MessageDispatch {

    /** What the ledger says of a message that was not sent because its unit simulates. */
    public static final String SIMULATED = "Not sent: the unit simulates";

    /** How often a message is looked at anew because a row joined it just then. */
    private static final int LOOKS = 5;

    private final Transactions transactions;
    private final MessageLedger ledger;
    private final Suppressions suppressions;
    private final Recipients recipients;
    private final ResidentRules residents;
    private final Clock clock;

    /** When reminders to staff may leave; the container always gives it. */
    private Function<MessageJob, Optional<Hold>> staffHours = message -> Optional.empty();

    @Activate
    public MessageDispatch(
            @Reference Transactions transactions,
            @Reference MessageLedger ledger,
            @Reference Suppressions suppressions,
            @Reference Recipients recipients,
            @Reference ResidentRules residents,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.recipients = recipients;
        this.residents = residents;
        this.clock = clock;
    }

    @Reference
    public void setStaffHours(StaffHours hours) {
        staffHours = hours::hold;
    }

    /**
     * A message that was marked as leaving.
     *
     * @param token names this attempt; what comes of it is written down only while no other attempt has the message
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
        return residents.hold(message).or(() -> staffHours.apply(message));
    }

    /** Where a message goes now; empty if its recipient wants none over this channel any more. */
    Optional<Destination> destination(MessageJob message, MessageChannel channel) {
        Optional<Contact> contact = recipients.contact(message.unit(), message.topic(), message.recipient());
        return contact.flatMap(channel::destination);
    }

    /**
     * Marks a message as leaving, in a transaction of its own, but for rows that are not wanted any more, which are
     * cancelled. From then on nothing joins it.
     *
     * @param lease the number of the job's lease
     * @return empty if news joined it again and again just then, or a younger attempt has the message
     */
    Optional<ClaimedMessage> take(MessageJob message, MessageChannel channel, Destination to, long lease) {
        for (int look = 1; look <= LOOKS; look++) {
            Optional<ClaimedMessage> taken = tryToTake(message, channel, to, lease);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private Optional<ClaimedMessage> tryToTake(MessageJob message, MessageChannel channel, Destination to, long lease) {
        try {
            return Optional.of(transactions.call(() -> takeOnce(message, channel, to, lease)));
        } catch (JoinedMeanwhile rolledBack) {
            return Optional.empty();
        }
    }

    private ClaimedMessage takeOnce(MessageJob message, MessageChannel channel, Destination to, long lease) {
        AttemptToken token = AttemptToken.of(lease);
        Departure departure = ledger.prepare(message.messageId(), channel.kind(), recipients.pseudonyms(to.mailbox()));
        if (departure.rows() == 0 || departure.suppressed().isPresent()) {
            return new ClaimedMessage(token, 0, departure.suppressed().map(Outbox::heldBackBecause));
        }
        List<String> unwanted = departure.cases().stream()
                .flatMap(waiting ->
                        waiting.events().stream().filter(event -> isUnwanted(message, event, waiting.subject())))
                .toList();
        int taken = ledger.take(message.messageId(), departure, token, unwanted, NewsRelevance.NOT_ANY_MORE)
                .orElseThrow(JoinedMeanwhile::new);
        return new ClaimedMessage(token, taken, Optional.empty());
    }

    private static boolean isUnwanted(MessageJob message, String event, StoredCase subject) {
        return NewsRelevance.dependsOnCase(message.topic())
                && !NewsRelevance.isWanted(message.topic(), event, message.recipient(), subject);
    }

    /** The gateway answered, and this is the result. */
    void answered(MessageJob message, ClaimedMessage taken, MessageState state, String detail) {
        ledger.answered(message.messageId(), taken.token(), state, true, detail);
    }

    /** Whether a message is not handed to the gateway, since its unit simulates, or did when it was entered. */
    boolean isSimulated(MessageJob message) {
        return message.isSimulated() || residents.isSimulated(message);
    }

    /** Everything has happened but the sending. */
    void simulated(MessageJob message, ClaimedMessage taken) {
        ledger.answered(message.messageId(), taken.token(), MessageState.SIMULATED, false, SIMULATED);
    }

    /** The gateway was not asked after all: the message waits on. */
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

    /** Holds an address back that the gateway has refused for good. */
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
