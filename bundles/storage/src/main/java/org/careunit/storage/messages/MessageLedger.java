package org.careunit.storage.messages;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.FailedMessages;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.StoredCase;
import org.osgi.annotation.versioning.ProviderType;

/** Stores which news were sent to which recipients, and the results. */
@ProviderType
public interface MessageLedger {

    /**
     * Enters a row, unless one for the same topic, event, recipient and channel is there.
     *
     * @return whether it was entered; {@code false} means that the recipient is covered already
     */
    boolean enter(LedgerRow row);

    /**
     * Enters several rows as {@link #enter(LedgerRow)} does, in the order given.
     *
     * @return those that were entered
     */
    List<LedgerRow> enter(List<LedgerRow> rows);

    /**
     * Enters a row that is not to be sent, with the decision that is the reason.
     *
     * @param decision as the one who entered it understands it: at most 200 characters, never personal
     */
    boolean enter(LedgerRow row, String decision);

    /** The decisions of the rows about a case that were entered with one, by the rows' ids. */
    Map<UUID, String> decisions(CaseRef subject);

    /** The row; empty if there is none by this id. */
    Optional<LedgerRow> find(UUID id);

    /** Those of these rows that there are, in no particular order. */
    List<LedgerRow> find(Collection<UUID> ids);

    /** All rows about a case, oldest first. */
    default List<LedgerRow> about(CaseRef subject) {
        return about(List.of(subject));
    }

    /** All rows about these cases, those of each case oldest first. */
    List<LedgerRow> about(Collection<CaseRef> subjects);

    /** All rows that one message carries, oldest first. */
    List<LedgerRow> ofMessage(UUID messageId);

    /**
     * The newest rows, newest first.
     *
     * @param unit of which unit; empty for all
     * @param state of which state; empty for all
     * @param after behind which row to begin; empty for the first
     */
    List<LedgerRow> newest(Optional<HsaId> unit, Optional<MessageState> state, Optional<Position> after, int limit);

    /** Where a row is among the newest. */
    record Position(Instant changedAt, UUID id) {}

    /** Rows that failed and match, by id from behind one on, at most {@code limit}. */
    List<LedgerRow> failed(FailedMessages which, UUID after, int limit);

    /**
     * Joins one more row to a message, and locks the message until the transaction ends.
     *
     * @return whether there is one; {@code false} once the message has been taken, or its first row was cancelled
     */
    boolean join(UUID messageId);

    /**
     * Reads all that decides whether a message may leave, and locks the cases of its waiting rows until the transaction
     * ends: one statement, or two for a message about no case that we know.
     *
     * @param channel whose suppressions count
     * @param addresses all pseudonyms of the recipient's address; not empty
     * @throws IllegalStateException outside a transaction
     */
    Departure prepare(UUID messageId, Channel channel, List<String> addresses);

    /**
     * Does the same for several messages, by few statements whatever their number.
     *
     * @return in the same order
     * @throws IllegalStateException outside a transaction
     */
    List<Departure> prepare(Channel channel, List<Addressed> messages);

    /**
     * A message and where it goes.
     *
     * @param messageId never null
     * @param addresses all pseudonyms of the recipient's address, the newest first; not empty
     */
    record Addressed(UUID messageId, List<String> addresses) {
        public Addressed {
            Objects.requireNonNull(messageId, "messageId");
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Marks a message as leaving: its waiting rows become {@link MessageState#SENDING} under a token, but for those of
     * some events, which are cancelled. One statement where none is cancelled.
     *
     * @param token names this attempt; {@link #answered} needs it
     * @param unwanted the events whose rows are cancelled; the message's other rows leave
     * @param why what their rows say then; not null, never personal
     * @return how many rows leave; empty if a row has joined since {@link #prepare} or a younger attempt has the
     *     message, and the transaction must be rolled back
     */
    default Optional<Integer> take(
            UUID messageId, Departure departure, AttemptToken token, Collection<String> unwanted, String why) {
        return take(List.of(new Leaving(messageId, departure, token, unwanted)), why)
                .get(0);
    }

    /**
     * Marks several messages as leaving, by one batch; of each says how many rows leave.
     *
     * @return in the same order; if one is empty the transaction must be rolled back
     */
    List<Optional<Integer>> take(List<Leaving> messages, String why);

    /**
     * A message that is to be marked as leaving.
     *
     * @param messageId never null
     * @param departure what {@link #prepare} read of it; never null
     * @param token names this attempt; never null
     * @param unwanted the events whose rows are cancelled; never null
     */
    record Leaving(UUID messageId, Departure departure, AttemptToken token, Collection<String> unwanted) {
        public Leaving {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(departure, "departure");
            Objects.requireNonNull(token, "token");
            unwanted = List.copyOf(unwanted);
        }
    }

    /**
     * Records the result of an attempt, for the rows that were claimed under its token and by no other attempt since.
     *
     * @param attempt whether the gateway was asked and answered, which counts
     * @param detail a description of the result; not null, never personal
     * @return how many rows were moved
     */
    default int answered(UUID messageId, AttemptToken token, MessageState to, boolean attempt, String detail) {
        return answered(List.of(new Answered(messageId, token, to, attempt, detail)))[0];
    }

    /** Writes down what came of several attempts, by one batch; of each says how many rows were moved. */
    int[] answered(List<Answered> attempts);

    /**
     * What came of an attempt.
     *
     * @param messageId never null
     * @param token the attempt's; never null
     * @param to never null
     * @param attempt whether the gateway was asked and answered, which counts
     * @param detail a description of the result; not null, never personal
     */
    record Answered(UUID messageId, AttemptToken token, MessageState to, boolean attempt, String detail) {
        public Answered {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** Changes the state of a row if it is still in one of these states; returns whether it was. */
    boolean move(UUID id, Set<MessageState> from, MessageState to, String detail);

    /**
     * Moves on all rows of a message that are in one of these states, without an attempt.
     *
     * @return how many rows were moved
     */
    int moveMessage(UUID messageId, Set<MessageState> from, MessageState to, String detail);

    /**
     * Deletes the recipients, in every form, from rows that ended before an instant; the rest of the rows is kept. Rows
     * of messages that were sent end later: see {@link SentMessages#removeRecipients}.
     *
     * @return how many rows were touched
     */
    int removeRecipients(Instant endedBefore);

    /**
     * What decides whether a message may leave.
     *
     * @param rows how many of its rows wait
     * @param joined how often a row has joined it
     * @param cases the cases that we know of those rows, locked; never null
     * @param suppressed why the address is held back; empty if it is not
     * @param address the newest pseudonym of the address that it leaves for; never null
     */
    record Departure(int rows, int joined, List<WaitingCase> cases, Optional<String> suppressed, String address) {
        public Departure {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A case of which a message has waiting rows.
     *
     * @param subject the case; never null
     * @param events the events that those rows are about; never null
     */
    record WaitingCase(StoredCase subject, List<String> events) {
        public WaitingCase {
            events = List.copyOf(events);
        }
    }
}
