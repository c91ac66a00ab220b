package org.careunit.storage.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;
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
import org.careunit.api.identity.CaseRef;
import org.careunit.storage.Digests.Digest;
import org.careunit.storage.Message;
import org.careunit.storage.Suppressions.Suppression;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database: messages, digests, suppressions. */
public abstract class LedgerContract {

    private static final UUID CARRIER = new UUID(0, 1);

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
        Message message = message("e-1", "recipient", CARRIER);
        assertThat(store.messages().enter(message)).isTrue();
        assertThat(store.messages().enter(message("e-1", "recipient", CARRIER))).isFalse();
        assertThat(store.messages().enter(message("e-1", "another", CARRIER))).isTrue();
        assertThat(store.messages().enter(message("e-2", "recipient", CARRIER))).isTrue();
        assertThat(store.messages().find(message.id())).contains(message);
        assertThat(store.messages().about(CASE)).hasSize(3);
    }

    @Test
    public void aRowMovesOnlyFromWhereTheCallerBelievesItToBe() {
        Message message = message("e-1", "recipient", CARRIER);
        store.messages().enter(message);
        assertThat(store.messages().move(message.id(), Set.of(QUEUED), SENDING, ""))
                .isTrue();
        assertThat(store.messages().move(message.id(), Set.of(QUEUED), CANCELLED, ""))
                .isFalse();
        assertThat(store.messages().find(message.id()).orElseThrow().state()).isEqualTo(SENDING);
    }

    @Test
    public void whatOneMessageCarriesMovesTogetherAndCountsAttempts() {
        store.messages().enter(message("e-1", "recipient", CARRIER));
        store.messages().enter(message("e-2", "recipient", CARRIER));
        store.messages().enter(message("e-3", "recipient", new UUID(0, 2)));
        assertThat(store.messages().moveCarried(CARRIER, Set.of(QUEUED), SENDING, false, ""))
                .isEqualTo(2);
        assertThat(store.messages().moveCarried(CARRIER, Set.of(SENDING), SENT, true, "x".repeat(900)))
                .isEqualTo(2);
        assertThat(store.messages().carriedBy(CARRIER)).hasSize(2).allSatisfy(message -> {
            assertThat(message.attempts()).isEqualTo(1);
            assertThat(message.state()).isEqualTo(SENT);
            assertThat(message.detail()).hasSize(500);
        });
    }

    @Test
    public void whatIsQueuedAboutACaseIsCancelledAndWhatHasLeftIsNot() {
        Message gone = message("e-1", "recipient", CARRIER);
        store.messages().enter(gone);
        store.messages().move(gone.id(), Set.of(QUEUED), SENT, "");
        Message tried = message("e-2", "recipient", CARRIER);
        store.messages().enter(tried);
        store.messages().move(tried.id(), Set.of(QUEUED), TEMPORARY_FAILURE, "");
        store.messages().enter(message("e-3", "recipient", CARRIER));
        assertThat(store.messages().cancel(CASE, "withdrawn")).isEqualTo(2);
        assertThat(store.messages().cancel(new CaseRef(UNIT, "another"), "")).isZero();
        assertThat(store.messages().newest(Optional.of(CANCELLED), 10)).hasSize(2);
        assertThat(store.messages().newest(Optional.of(SENT), 10))
                .extracting(Message::id)
                .containsExactly(gone.id());
        assertThat(store.messages().newest(Optional.empty(), 2)).hasSize(2);
    }

    @Test
    public void recipientsAreForgottenOnceTheRowHasEnded() {
        Message ended = message("e-1", "recipient", CARRIER);
        store.messages().enter(ended);
        store.messages().move(ended.id(), Set.of(QUEUED), SENT, "250");
        Message open = message("e-2", "recipient", CARRIER);
        store.messages().enter(open);
        Instant later = store.clock().instant().plusSeconds(60);
        assertThat(store.messages().forgetRecipients(later)).isEqualTo(1);
        assertThat(store.messages().forgetRecipients(later)).isZero();
        Message forgotten = store.messages().find(ended.id()).orElseThrow();
        assertThat(forgotten.shown()).isEmpty();
        assertThat(forgotten.recipient()).isEqualTo("gone:" + ended.id());
        assertThat(forgotten.detail()).isEqualTo("250");
        assertThat(store.messages().find(open.id())).contains(open);
    }

    @Test
    public void aDigestIsOneCallersAtATime() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = callers.submit(() -> store.transactions().run(() -> {
                Digest digest = store.digests().lock(UNIT, "email", "recipient");
                locked.countDown();
                store.digests()
                        .save(new Digest(UNIT, "email", "recipient", Optional.of(Instant.EPOCH), Optional.of(CARRIER)));
                assertThat(digest.gathering()).isEmpty();
            }));
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Digest> second = callers.submit(
                    () -> store.transactions().call(() -> store.digests().lock(UNIT, "email", "recipient")));
            first.get(10, TimeUnit.SECONDS);
            assertThat(second.get(10, TimeUnit.SECONDS).gathering()).contains(CARRIER);
        } finally {
            callers.shutdownNow();
        }
        assertThat(store.digests().forget(Instant.EPOCH.plusSeconds(1))).isZero();
        store.transactions().run(() -> {
            store.digests().lock(UNIT, "email", "recipient");
            store.digests().save(new Digest(UNIT, "email", "recipient", Optional.of(Instant.EPOCH), Optional.empty()));
        });
        assertThat(store.digests().forget(Instant.EPOCH.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    public void aDigestIsLockedInATransactionOnly() {
        assertThatThrownBy(() -> store.digests().lock(UNIT, "email", "recipient"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void anAddressIsHeldBackUntilThatIsLifted() {
        Suppression held = new Suppression("email", "hash", "a***@example.org", "550 no such user", Instant.EPOCH);
        store.suppressions().add(held);
        store.suppressions().add(new Suppression("email", "hash", "a***@example.org", "later", Instant.EPOCH));
        assertThat(store.suppressions().find("email", List.of("hash"))).contains(held);
        assertThat(store.suppressions().find("sms", List.of("hash"))).isEmpty();
        assertThat(store.suppressions().newest(10)).isEqualTo(List.of(held));
        assertThat(store.suppressions().lift("email", List.of("hash"))).isTrue();
        assertThat(store.suppressions().lift("email", List.of("hash"))).isFalse();
        assertThat(store.suppressions().find("email", List.of("hash"))).isEmpty();
    }

    public static Message message(String event, String recipient, UUID carrier) {
        return new Message(
                UUID.randomUUID(),
                event,
                CASE,
                "email",
                recipient,
                Optional.of("a***@example.org"),
                Optional.of(carrier),
                QUEUED,
                0,
                "",
                Instant.EPOCH);
    }
}
