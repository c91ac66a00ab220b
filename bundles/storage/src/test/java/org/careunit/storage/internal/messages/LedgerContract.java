package org.careunit.storage.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.storage.internal.node.StoreContract.CASE;
import static org.careunit.storage.internal.node.StoreContract.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.messages.AttemptToken;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.Digests.Digest;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.MessageLedger.Departure;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: messages, digests, suppressions. */
public abstract class LedgerContract {

    private static final UUID MESSAGE = new UUID(0, 1);
    private static final AttemptToken TOKEN = new AttemptToken(new UUID(1, 1));
    private static final Digests.Key DIGEST = new Digests.Key(UNIT, Topic.NEW_CASE, Channel.EMAIL, "recipient");

    private TestStore store;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void aRecipientIsCoveredOnceAnEvent() {
        LedgerRow message = message("e-1", "recipient", MESSAGE);
        assertThat(store.messages().enter(message)).isTrue();
        assertThat(store.messages().enter(message("e-1", "recipient", MESSAGE))).isFalse();
        assertThat(store.messages().enter(message("e-1", "another", MESSAGE))).isTrue();
        assertThat(store.messages().enter(message("e-2", "recipient", MESSAGE))).isTrue();
        assertThat(store.messages().find(message.id())).contains(message);
        assertThat(store.messages().about(CASE)).hasSize(3);
    }

    @Test
    public void aRowMovesOnlyFromWhereTheCallerBelievesItToBe() {
        LedgerRow message = message("e-1", "recipient", MESSAGE);
        store.messages().enter(message);
        assertThat(store.messages().move(message.id(), Set.of(QUEUED), SENDING, ""))
                .isTrue();
        assertThat(store.messages().move(message.id(), Set.of(QUEUED), CANCELLED, ""))
                .isFalse();
        assertThat(store.messages().find(message.id()).orElseThrow().state()).isEqualTo(SENDING);
    }

    @Test
    public void oneEventMayBeNewsOfSeveralTopics() {
        LedgerRow newCase = message("e-1", "recipient", MESSAGE);
        store.messages().enter(newCase);
        assertThat(store.messages().enter(ofTopic(Topic.REPLY, newCase))).isTrue();
    }

    @Test
    public void whatOneMessageCarriesLeavesTogetherAndCountsAttempts() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        store.messages().enter(message("e-2", "recipient", MESSAGE));
        store.messages().enter(message("e-3", "recipient", new UUID(0, 2)));
        assertThat(take(TOKEN, List.of())).contains(2);
        assertThat(store.messages().answered(MESSAGE, TOKEN, SENT, true, "x".repeat(900)))
                .isEqualTo(2);
        assertThat(store.messages().ofMessage(MESSAGE)).hasSize(2).allSatisfy(row -> {
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.state()).isEqualTo(SENT);
            assertThat(row.detail()).hasSize(500);
        });
        assertThat(take(TOKEN, List.of())).contains(0);
    }

    @Test
    public void anAnswerCountsOnlyForTheAttemptThatHasTheMessage() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        take(TOKEN, List.of());
        AttemptToken later = new AttemptToken(new UUID(1, 2));
        take(later, List.of());
        assertThat(store.messages().answered(MESSAGE, TOKEN, SENT, true, "")).isZero();
        assertThat(store.messages().answered(MESSAGE, later, SENT, true, "")).isEqualTo(1);
    }

    @Test
    public void anAttemptThatWasOvertakenTakesNothingFromTheOneThatHasTheMessage() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        AttemptToken overtaken = new AttemptToken(new UUID(6, 9));
        AttemptToken younger = new AttemptToken(new UUID(7, -1));
        take(younger, List.of());
        assertThat(take(overtaken, List.of())).isEmpty();
        assertThat(store.messages().answered(MESSAGE, younger, SENT, true, "")).isEqualTo(1);
    }

    @Test
    public void aMessageThatIsStartedAgainMayBeTakenByAJobWhoseNumbersBeginAnew() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        take(new AttemptToken(new UUID(7, 1)), List.of());
        store.messages().moveMessage(MESSAGE, Set.of(SENDING), QUEUED, "again");
        assertThat(store.messages().join(MESSAGE)).isFalse();
        assertThat(take(new AttemptToken(new UUID(1, -1)), List.of())).contains(1);
    }

    @Test
    public void aNoticeThatMayHaveArrivedAndIsStartedAgainMayBeTakenByAJobWhoseNumbersBeginAnew() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        AttemptToken last = new AttemptToken(new UUID(50, 1));
        take(last, List.of());
        store.messages().answered(MESSAGE, last, MessageState.TECHNICAL_FAILURE, true, "gave up");
        store.messages().moveMessage(MESSAGE, Set.of(MessageState.TECHNICAL_FAILURE), SENDING, "again");
        assertThat(take(AttemptToken.of(1), List.of())).contains(1);
    }

    @Test
    public void aMessageIsJoinedUntilItIsTaken() {
        LedgerRow first = message(MESSAGE, "e-1");
        assertThat(store.messages().join(MESSAGE)).isFalse();
        store.messages().enter(first);
        assertThat(store.messages().join(MESSAGE)).isTrue();
        Departure before = prepare();
        store.messages().join(MESSAGE);
        store.messages().enter(message("e-2", "recipient", MESSAGE));
        Optional<Integer> overtaken =
                store.transactions().call(() -> store.messages().take(MESSAGE, before, TOKEN, List.of(), ""));
        assertThat(overtaken).isEmpty();
        assertThat(take(TOKEN, List.of())).contains(2);
        assertThat(store.messages().join(MESSAGE)).isFalse();
    }

    @Test
    public void noRowIsLeftBehindInAMessageThatIsTakenWhileRowsJoin() throws Exception {
        ExecutorService joining = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 40; round++) {
                UUID id = new UUID(7, round);
                store.messages().enter(message(id, "first-" + round));
                Future<?> one = joining.submit(() -> joinUntilTaken(id, "one"));
                Future<?> other = joining.submit(() -> joinUntilTaken(id, "other"));
                takeAtLast(id);
                one.get(30, TimeUnit.SECONDS);
                other.get(30, TimeUnit.SECONDS);
                assertThat(store.messages().ofMessage(id))
                        .extracting(LedgerRow::state)
                        .containsOnly(SENDING);
            }
        } finally {
            joining.shutdownNow();
        }
    }

    private void joinUntilTaken(UUID id, String who) {
        for (int i = 0; i < 250; i++) {
            String event = id + who + i;
            boolean joined = store.transactions()
                    .call(() -> store.messages().join(id) && store.messages().enter(message(event, "recipient", id)));
            if (!joined) {
                return;
            }
        }
    }

    private void takeAtLast(UUID id) {
        boolean taken = false;
        while (!taken) {
            try {
                taken = store.transactions().call(() -> {
                    Departure departure = store.messages().prepare(id, Channel.EMAIL, List.of("hash"));
                    return store.messages()
                            .take(id, departure, TOKEN, List.of(), "")
                            .map(rows -> true)
                            .orElseThrow(IllegalStateException::new);
                });
            } catch (IllegalStateException joinedMeanwhile) {
                taken = false;
            }
        }
    }

    @Test
    public void theCasesOfAMessageAreReadWithItAndThoseNotWantedStay() {
        CaseRef other = new CaseRef(UNIT, "c-other");
        store.transactions().run(() -> store.cases().add(List.of(open(CASE), open(other))));
        LedgerRow first = message("e-1", "recipient", MESSAGE);
        store.messages().enter(first);
        store.messages().enter(about(other, message("e-2", "recipient", MESSAGE)));
        assertThat(prepare().rows()).isEqualTo(2);
        assertThat(prepare().cases()).extracting(one -> one.subject().ref()).containsExactlyInAnyOrder(CASE, other);
        assertThat(take(TOKEN, List.of("e-2"))).contains(1);
        assertThat(store.messages().find(first.id()).orElseThrow().state()).isEqualTo(SENDING);
        assertThat(store.messages().about(other)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(CANCELLED);
            assertThat(row.detail()).isEqualTo("not wanted");
        });
    }

    /** The median of many; a scan of the cases takes a hundred times as long. */
    @Test
    public void howManyCasesThereAreDoesNotSlowASendDown() {
        store.transactions().run(() -> store.cases().add(List.of(open(CASE))));
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        leastOfPrepare();
        long behindOne = leastOfPrepare();
        store.transactions().run(() -> store.cases()
                .add(IntStream.range(0, 5_000)
                        .mapToObj(number -> open(new CaseRef(UNIT, "another-" + number)))
                        .toList()));
        assertThat(leastOfPrepare()).isLessThan(10 * behindOne);
    }

    /** The shortest time, which a busy machine lengthens least. */
    private long leastOfPrepare() {
        return LongStream.range(0, 101)
                .map(run -> {
                    long begin = System.nanoTime();
                    prepare();
                    return System.nanoTime() - begin;
                })
                .min()
                .orElseThrow();
    }

    @Test
    public void severalRowsAreEnteredTogetherWithoutThoseThatAreThere() {
        LedgerRow there = message("e-1", "recipient", MESSAGE);
        LedgerRow fresh = message("e-2", "recipient", MESSAGE);
        store.messages().enter(there);
        assertThat(store.messages().enter(List.of(message("e-1", "recipient", MESSAGE), fresh)))
                .containsExactly(fresh);
        assertThat(store.messages().enter(List.of())).isEmpty();
        assertThat(store.messages().ofMessage(MESSAGE)).containsExactlyInAnyOrder(there, fresh);
    }

    @Test
    public void theCasesOfAMessageAreLockedUntilItIsTaken() throws Exception {
        store.transactions().run(() -> store.cases().add(List.of(open(CASE))));
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> waiting = store.transactions().call(() -> {
                prepare();
                Future<?> locking = other.submit(
                        () -> store.transactions().run(() -> store.cases().lock(List.of(CASE))));
                assertThatThrownBy(() -> locking.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return locking;
            });
            waiting.get(10, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    public void aMessageIsPreparedWithWhatHoldsItsAddressBack() {
        store.messages().enter(message("e-1", "recipient", MESSAGE));
        assertThat(prepare().suppressed()).isEmpty();
        store.suppressions().add(new Suppression(Channel.EMAIL, "hash", "a***@example.org", "550", Instant.EPOCH));
        assertThat(prepare().suppressed()).contains("550");
    }

    @Test
    public void recipientsAreForgottenOnceTheRowHasEnded() {
        LedgerRow ended = message("e-1", "recipient", MESSAGE);
        store.messages().enter(ended);
        store.messages().move(ended.id(), Set.of(QUEUED), PERMANENT_FAILURE, "550");
        LedgerRow sent = message("e-3", "recipient", MESSAGE);
        store.messages().enter(sent);
        store.messages().move(sent.id(), Set.of(QUEUED), SENT, "250");
        LedgerRow open = message("e-2", "recipient", MESSAGE);
        store.messages().enter(open);
        Instant later = store.clock().instant().plusSeconds(60);
        assertThat(store.messages().removeRecipients(later)).isEqualTo(1);
        assertThat(store.messages().removeRecipients(later)).isZero();
        LedgerRow forgotten = store.messages().find(ended.id()).orElseThrow();
        assertThat(forgotten.shown()).isEmpty();
        assertThat(forgotten.recipient()).isEqualTo("gone:" + ended.id());
        assertThat(forgotten.detail()).isEqualTo("550");
        assertThat(store.messages().find(sent.id()).orElseThrow().shown()).isPresent();
        assertThat(store.messages().find(open.id())).contains(open);
    }

    @Test
    public void aDigestIsOneCallersAtATime() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = callers.submit(() -> store.transactions().run(() -> {
                Digest digest = store.digests().lock(DIGEST);
                locked.countDown();
                store.digests().save(new Digest(DIGEST, Optional.of(Instant.EPOCH), Optional.of(MESSAGE)));
                assertThat(digest.gathering()).isEmpty();
            }));
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Digest> second = callers.submit(
                    () -> store.transactions().call(() -> store.digests().lock(DIGEST)));
            first.get(10, TimeUnit.SECONDS);
            assertThat(second.get(10, TimeUnit.SECONDS).gathering()).contains(MESSAGE);
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.digests().removeEnded(Instant.EPOCH)).isZero();
        assertThat(store.digests().removeEnded(Instant.EPOCH.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    public void eachTopicHasADigestOfItsOwn() {
        Digests.Key other = new Digests.Key(UNIT, Topic.GIVEN, Channel.EMAIL, "recipient");
        store.transactions().run(() -> {
            store.digests().lock(DIGEST);
            store.digests().save(new Digest(DIGEST, Optional.of(Instant.EPOCH), Optional.of(MESSAGE)));
            assertThat(store.digests().lock(other).gathering()).isEmpty();
        });
    }

    @Test
    public void aDigestIsLockedInATransactionOnly() {
        assertThatThrownBy(() -> store.digests().lock(DIGEST)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void anAddressIsHeldBackUntilThatIsLifted() {
        Suppression held =
                new Suppression(Channel.EMAIL, "hash", "a***@example.org", "550 no such user", Instant.EPOCH);
        store.suppressions().add(held);
        store.suppressions().add(new Suppression(Channel.EMAIL, "hash", "a***@example.org", "later", Instant.EPOCH));
        assertThat(store.suppressions().find(Channel.EMAIL, List.of("hash"))).contains(held);
        assertThat(store.suppressions().find(Channel.SMS, List.of("hash"))).isEmpty();
        assertThat(store.suppressions().newest(10)).isEqualTo(List.of(held));
        assertThat(store.suppressions().lift(Channel.EMAIL, List.of("hash"))).isTrue();
        assertThat(store.suppressions().lift(Channel.EMAIL, List.of("hash"))).isFalse();
        assertThat(store.suppressions().find(Channel.EMAIL, List.of("hash"))).isEmpty();
    }

    public static LedgerRow message(String event, String recipient, UUID messageId) {
        return new LedgerRow(
                UUID.randomUUID(),
                Topic.NEW_CASE,
                event,
                CASE,
                Channel.EMAIL,
                recipient,
                Optional.of("a***@example.org"),
                Optional.of(messageId),
                QUEUED,
                0,
                "",
                Instant.EPOCH);
    }

    private Departure prepare() {
        return store.transactions()
                .call(() -> store.messages().prepare(MESSAGE, Channel.EMAIL, List.of("hash", "older")));
    }

    private Optional<Integer> take(AttemptToken token, List<String> unwanted) {
        return store.transactions()
                .call(() -> store.messages().take(MESSAGE, prepare(), token, unwanted, "not wanted"));
    }

    private static StoredCase open(CaseRef ref) {
        return new StoredCase(
                ref,
                StoredCase.Phase.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static LedgerRow message(UUID id, String event) {
        LedgerRow row = message(event, "recipient", id);
        return new LedgerRow(
                id,
                row.topic(),
                event,
                row.subject(),
                row.channel(),
                row.recipient(),
                row.shown(),
                row.messageId(),
                row.state(),
                0,
                "",
                row.changedAt());
    }

    private static LedgerRow ofTopic(Topic topic, LedgerRow row) {
        return new LedgerRow(
                UUID.randomUUID(),
                topic,
                row.event(),
                row.subject(),
                row.channel(),
                row.recipient(),
                row.shown(),
                row.messageId(),
                row.state(),
                0,
                "",
                row.changedAt());
    }

    private static LedgerRow about(CaseRef subject, LedgerRow row) {
        return new LedgerRow(
                UUID.randomUUID(),
                row.topic(),
                row.event(),
                subject,
                row.channel(),
                row.recipient(),
                row.shown(),
                row.messageId(),
                row.state(),
                0,
                "",
                row.changedAt());
    }
}
