package org.careunit.storage.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.storage.internal.node.StoreContract.UNIT;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.messages.Channel;
import org.careunit.api.messages.MessageState;
import org.careunit.api.messages.Topic;
import org.careunit.storage.EventPosition;
import org.careunit.storage.Retention.Batch;
import org.careunit.storage.Retention.Kind;
import org.careunit.storage.Retention.Run;
import org.careunit.storage.Scope;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.messages.Digests;
import org.careunit.storage.messages.Digests.Digest;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.storage.messages.Suppressions.Suppression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What retention removes and leaves, on every database. Rows are written now, and looked at from a time far ahead. */
public abstract class RetentionContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private TestStore store;
    private Instant now;
    private Instant later;

    public abstract TestStore open() throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
        now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        later = now.plus(Duration.ofHours(1));
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void anEndedCaseGoesWithItsEventsAndLedgerRows() {
        caseWithEvent("old", Phase.CLOSED, LONG_AGO);
        caseWithEvent("withdrawn", Phase.WITHDRAWN, LONG_AGO);
        enter("old", MessageState.SENT);
        assertThat(store.retention().removeCases("", later, later, RetentionContract::noneNeeded))
                .isEqualTo(new Batch(2, Optional.empty()));
        assertThat(store.events().ofCase(ref("old"))).isEmpty();
        assertThat(store.messages().about(ref("old"))).isEmpty();
        assertThat(locked("old", "withdrawn")).isEmpty();
        assertThat(store.events().add(List.of(event("old")))).hasSize(1);
    }

    @Test
    public void openYoungConfirmedLatelyWaitingAndNeededCasesStay() {
        caseWithEvent("open", Phase.OPEN, LONG_AGO);
        caseWithEvent("answered", Phase.ANSWERED, LONG_AGO);
        caseWithEvent("ended-later", Phase.CLOSED, later.plusSeconds(1));
        caseWithEvent("confirmed", Phase.CLOSED, LONG_AGO);
        store.cases().archiveConfirmed(List.of(ref("confirmed")), now);
        caseWithEvent("waiting", Phase.CLOSED, LONG_AGO);
        enter("waiting", MessageState.QUEUED);
        caseWithEvent("needed", Phase.CLOSED, LONG_AGO);
        caseWithEvent("gone", Phase.CLOSED, LONG_AGO);
        Batch batch = store.retention().removeCases("", later, now.minusSeconds(1), cases -> Set.of(ref("needed")));
        assertThat(batch).isEqualTo(new Batch(1, Optional.empty()));
        assertThat(locked("open", "answered", "ended-later", "confirmed", "waiting", "needed", "gone"))
                .hasSize(6)
                .doesNotContain(ref("gone"));
        store.retention().removeCases("", later, later, RetentionContract::noneNeeded);
        assertThat(locked("confirmed", "needed")).isEmpty();
    }

    @Test
    public void aCaseStaysWhileAnEventOfItIsYoungWhateverTheHostsClockSays() {
        caseWithEvent("taken-in-now", Phase.CLOSED, LONG_AGO);
        assertThat(store.retention()
                        .removeCases("", now.minusSeconds(60), later, RetentionContract::noneNeeded)
                        .removed())
                .isZero();
        assertThat(locked("taken-in-now")).hasSize(1);
    }

    @Test
    public void manyCasesGoInBatchesAndTheCursorPassesOverThoseThatStay() {
        List<StoredCase> many = IntStream.range(0, 450)
                .mapToObj(number -> stored("case-" + number, Phase.CLOSED, LONG_AGO.plusSeconds(number / 300)))
                .toList();
        store.cases().add(many);
        String after = "";
        int batches = 0;
        int removed = 0;
        for (Optional<String> next = Optional.of(""); next.isPresent(); batches++) {
            after = next.get();
            Batch batch = store.retention().removeCases(after, later, later, RetentionContract::everyTenth);
            removed += batch.removed();
            next = batch.next();
        }
        assertThat(batches).isEqualTo(3);
        assertThat(removed).isEqualTo(405);
        assertThat(store.cases().received(UNIT, LONG_AGO.minusSeconds(1), later))
                .isEqualTo(Map.of(new CaseTypeKey("fornya-recept"), 45L));
    }

    private static Set<CaseRef> noneNeeded(Collection<StoredCase> cases) {
        return Set.of();
    }

    private static Set<CaseRef> everyTenth(Collection<StoredCase> cases) {
        return cases.stream()
                .map(StoredCase::ref)
                .filter(ref -> ref.id().endsWith("7"))
                .collect(Collectors.toSet());
    }

    @Test
    public void aCaseIsArchivedAnewWhenItEndedAgain() {
        store.cases().add(List.of(stored("again", Phase.CLOSED, LONG_AGO), stored("open", Phase.OPEN, LONG_AGO)));
        List<CaseRef> both = List.of(ref("again"), ref("open"));
        assertThat(store.cases().notArchived(both)).containsExactlyElementsOf(both);
        assertThat(store.cases().archiveConfirmed(List.of(ref("again"), ref("unknown")), LONG_AGO.plusSeconds(5)))
                .isEqualTo(1);
        assertThat(store.cases().notArchived(both)).containsExactly(ref("open"));
        store.cases().update(List.of(stored("again", Phase.CLOSED, LONG_AGO.plusSeconds(6))));
        assertThat(store.cases().notArchived(both)).containsExactlyElementsOf(both);
    }

    @Test
    public void whatIsNotArchivedIsAskedForOfManyCasesAtOnce() {
        List<StoredCase> many = IntStream.range(0, 450)
                .mapToObj(i -> stored("many-" + i, Phase.CLOSED, LONG_AGO))
                .toList();
        List<CaseRef> refs = many.stream().map(StoredCase::ref).toList();
        store.cases().add(many);
        store.cases().archiveConfirmed(refs.subList(10, 440), LONG_AGO.plusSeconds(5));

        List<CaseRef> expected = new ArrayList<>(refs.subList(0, 10));
        expected.addAll(refs.subList(440, 450));
        assertThat(store.cases().notArchived(refs)).containsExactlyElementsOf(expected);
    }

    @Test
    public void eventsOfNoCaseGoByTheirAge() {
        StoredEvent changed = new StoredEvent(
                "unit-changed-1", "unit-changed", Optional.empty(), OptionalLong.empty(), LONG_AGO, "{}");
        store.events().add(List.of(changed, event("case-event")));
        assertThat(remove(Kind.EVENTS, now.minusSeconds(60))).isZero();
        assertThat(remove(Kind.EVENTS, later)).isEqualTo(1);
        assertThat(store.events().find("unit-changed-1")).isEmpty();
        assertThat(store.events().find("e-case-event")).isPresent();
    }

    @Test
    public void finalLedgerRowsOfNoCaseGoByTheirAge() {
        caseWithEvent("known", Phase.OPEN, LONG_AGO);
        enter("known", MessageState.SENT);
        IntStream.range(0, 700).forEach(number -> enter("test-" + number, MessageState.CANCELLED));
        enter("still-waiting", MessageState.QUEUED);
        assertThat(remove(Kind.LEDGER_ROWS, now.minusSeconds(60))).isZero();
        assertThat(remove(Kind.LEDGER_ROWS, later)).isEqualTo(700);
        assertThat(store.messages().about(ref("known"))).hasSize(1);
        assertThat(store.messages().about(ref("still-waiting"))).hasSize(1);
    }

    @Test
    public void digestsGoWhenTheirWindowHasEnded() {
        store.transactions().run(() -> {
            Digests.Key key = new Digests.Key(UNIT, Topic.NEW_CASE, Channel.EMAIL, "unit");
            store.digests().lock(key);
            store.digests().save(new Digest(key, Optional.of(now), Optional.empty()));
        });
        assertThat(remove(Kind.DIGESTS, now)).isZero();
        assertThat(remove(Kind.DIGESTS, later)).isEqualTo(1);
    }

    @Test
    public void aHeldBackAddressGoesWhenNothingWasMeantForItForLong() {
        store.suppressions().add(new Suppression(Channel.EMAIL, "hash-1", "a…@x", "unknown", LONG_AGO));
        store.suppressions().add(new Suppression(Channel.EMAIL, "hash-2", "b…@x", "unknown", LONG_AGO));
        assertThat(store.suppressions().find(Channel.EMAIL, List.of("hash-1"))).isPresent();
        assertThat(remove(Kind.SUPPRESSIONS, now.minusSeconds(60))).isEqualTo(1);
        assertThat(store.suppressions().find(Channel.EMAIL, List.of("hash-1"))).isPresent();
        assertThat(store.suppressions().find(Channel.EMAIL, List.of("hash-2"))).isEmpty();
    }

    @Test
    public void aJobThatFailedLongAgoIsDiscardedAndItsOrderGoesOn() {
        store.handle(new FailingOnce());
        store.jobs()
                .add(List.of(
                        NewJob.now(JobId.of("ordered", "1"), "").inOrder("order"),
                        NewJob.now(JobId.of("ordered", "2"), "").inOrder("order")));
        await().atMost(PATIENCE).until(() -> store.jobs().setAside(10).size() == 1);
        assertThat(remove(Kind.JOBS, now.minusSeconds(60))).isZero();
        assertThat(remove(Kind.JOBS, later)).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> store.jobs().waiting(10).isEmpty());
    }

    @Test
    public void replacedDraftsGoAndPublishedVersionsStay() {
        DocumentId terms = new DocumentId(Scope.unit(UNIT), "terms", "kontakta-mig");
        store.documents().save(terms, 0, Content.draft(1, "{}", "host:test"));
        store.documents().save(terms, 1, Content.published(1, "{}", "host:test"));
        store.documents().save(terms, 2, Content.published(1, "{}", "host:test"));
        store.documents().save(terms, 3, Content.draft(1, "{}", "host:test"));
        assertThat(remove(Kind.DRAFTS, now.minusSeconds(60))).isZero();
        assertThat(remove(Kind.DRAFTS, later)).isEqualTo(1);
        assertThat(store.documents().history(terms))
                .extracting(Document::version)
                .containsExactly(4L, 3L, 2L);
    }

    @Test
    public void openCasesThatAreSilentForLongAreListed() {
        store.cases()
                .add(List.of(
                        stored("silent", Phase.WAITING, LONG_AGO),
                        stored("more-silent", Phase.OPEN, LONG_AGO.minusSeconds(9)),
                        stored("lively", Phase.OPEN, now),
                        stored("ended", Phase.CLOSED, LONG_AGO)));
        assertThat(store.retention().silentCases(LONG_AGO.plusSeconds(1), 10))
                .extracting(StoredCase::ref)
                .containsExactly(ref("more-silent"), ref("silent"));
        assertThat(store.retention().countSilentCases(LONG_AGO.plusSeconds(1))).isEqualTo(2);
    }

    @Test
    public void runsAreKeptForSomeTime() {
        Run run = new Run(now.minusSeconds(5), now, Map.of(Kind.CASES, 12L, Kind.JOBS, 1L), 3);
        store.retention().ended(run);
        store.retention().ended(new Run(LONG_AGO, LONG_AGO, Map.of(), 0));
        assertThat(store.retention().runs(1)).containsExactly(run);
        assertThat(remove(Kind.RUNS, now)).isEqualTo(1);
        assertThat(store.retention().runs(10)).containsExactly(run);
    }

    private int remove(Kind kind, Instant before) {
        int removed = 0;
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            Batch batch = store.retention().remove(kind, next.get(), before);
            removed += batch.removed();
            next = batch.next();
        }
        return removed;
    }

    private Set<CaseRef> locked(String... ids) {
        List<CaseRef> refs = List.of(ids).stream().map(RetentionContract::ref).toList();
        return store.transactions().call(() -> store.cases().lock(refs)).keySet();
    }

    private void caseWithEvent(String id, Phase phase, Instant last) {
        store.events().add(List.of(event(id)));
        store.cases().add(List.of(stored(id, phase, last)));
    }

    private void enter(String caseId, MessageState state) {
        UUID id = UUID.randomUUID();
        store.messages()
                .enter(new LedgerRow(
                        id,
                        Topic.NEW_CASE,
                        "e-" + caseId,
                        ref(caseId),
                        Channel.EMAIL,
                        "unit",
                        Optional.empty(),
                        Optional.of(id),
                        state,
                        0,
                        "",
                        now));
    }

    private static CaseRef ref(String id) {
        return new CaseRef(UNIT, id);
    }

    private static StoredEvent event(String caseId) {
        return new StoredEvent(
                "e-" + caseId, "case-received", Optional.of(ref(caseId)), OptionalLong.empty(), LONG_AGO, "{}");
    }

    private static StoredCase stored(String id, Phase phase, Instant last) {
        boolean ended = phase == Phase.CLOSED || phase == Phase.WITHDRAWN;
        return new StoredCase(
                ref(id),
                phase,
                Optional.of(new CaseTypeKey("fornya-recept")),
                Optional.of(LONG_AGO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ended ? Optional.of(last) : Optional.empty(),
                Optional.of(new EventPosition(OptionalLong.empty(), last, "e-" + id)));
    }

    /** Refuses the first job for good, and does the others. */
    private static final class FailingOnce implements JobHandler {

        @Override
        public String type() {
            return "ordered";
        }

        @Override
        public JobOutcome run(Job job) {
            return job.id().key().equals("1") ? JobOutcome.never("on purpose") : JobOutcome.done();
        }
    }
}
