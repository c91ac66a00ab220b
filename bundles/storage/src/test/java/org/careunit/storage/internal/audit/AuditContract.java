package org.careunit.storage.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail.Entry;
import org.careunit.storage.audit.AuditTrail.Head;
import org.careunit.storage.audit.AuditTrail.Row;
import org.careunit.storage.audit.AuditTrail.Verification.Broken;
import org.careunit.storage.audit.AuditTrail.Verification.Intact;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit trail promises on every database. */
public abstract class AuditContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final Scope TRAIL = Scope.unit(UNIT);
    private static final String OF_TRAIL = " WHERE trail_id = '" + UNIT + "'";

    private TestStore store;

    public abstract TestStore open() throws Exception;

    /** The same database, opened anew. */
    public abstract TestStore reopen(TestStore open) throws Exception;

    @BeforeEach
    public void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    public void closeStore() {
        store.close();
    }

    @Test
    public void eachTrailCountsForItself() {
        append(2);
        store.audit().append(Scope.region("01"), row("å", Optional.empty()));
        store.audit().append(Scope.PLATFORM, row("ö", Optional.empty()));
        assertThat(store.audit().newest(UNIT, 10)).extracting(Entry::number).containsExactly(2L, 1L);
        assertThat(intact(Scope.region("01")).rows()).isEqualTo(1);
        assertThat(intact(Scope.PLATFORM).head().number())
                .as("the platform's own row, and one for each trail that has begun")
                .isEqualTo(3);
        assertThat(intact(TRAIL).rows()).isEqualTo(2);
        assertThat(intact(Scope.region("03")).rows()).isZero();
    }

    @Test
    public void aRowIsThereExactlyIfItsTransactionIsCommitted() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    append(1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.audit().newest(UNIT, 10)).isEmpty();
        append(1);
        assertThat(intact(TRAIL).rows()).isEqualTo(1);
    }

    @Test
    public void manyWriteAtOnceAndInAnyOrderOfTrails() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        Callable<Object> upwards = Executors.callable(() -> both(TRAIL, Scope.PLATFORM));
        Callable<Object> downwards = Executors.callable(() -> both(Scope.PLATFORM, TRAIL));
        try {
            for (int i = 0; i < 10; i++) {
                for (Future<Object> one : writers.invokeAll(List.of(upwards, downwards, upwards, downwards))) {
                    one.get(30, TimeUnit.SECONDS);
                }
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(intact(TRAIL).rows()).isEqualTo(40);
        assertThat(intact(Scope.PLATFORM).rows()).isEqualTo(41);
    }

    private void both(Scope first, Scope second) {
        store.transactions().run(() -> {
            store.audit().append(first, row("one", Optional.empty()));
            store.audit().append(second, row("other", Optional.empty()));
        });
    }

    @Test
    public void aChangedRowIsFoundAndSoIsARemovedOne() {
        append(5);
        store.execute("UPDATE audit_rows SET text = 'nothing happened'" + OF_TRAIL + " AND number = 3");
        assertThat(broken(Optional.empty())).isEqualTo(new Broken(3, "the row was changed"));
        store.execute("DELETE FROM audit_rows" + OF_TRAIL + " AND number = 3");
        assertThat(broken(Optional.empty())).isEqualTo(new Broken(3, "the row was removed"));
    }

    @Test
    public void aTailCutOffIsFoundEvenWhenTheEndIsWrittenAnewAndTheTrailGoesOn() {
        append(5);
        store.execute("DELETE FROM audit_rows" + OF_TRAIL + " AND number > 3");
        assertThat(broken(Optional.empty()).row()).isEqualTo(4);
        store.execute("UPDATE audit_heads SET number = 3, seal = (SELECT seal FROM audit_rows" + OF_TRAIL
                + " AND number = 3)" + OF_TRAIL);
        assertThat(broken(Optional.empty()).what()).contains("end of the trail was changed");
        append(1);
        assertThat(broken(Optional.empty()).what()).contains("end of the trail was changed");
    }

    @Test
    public void anEndThatWasRemovedIsFoundEvenWhenTheTrailGoesOn() {
        append(2);
        store.execute("DELETE FROM audit_heads" + OF_TRAIL);
        assertThat(broken(Optional.empty()).what()).contains("was removed");
        append(1);
        assertThat(store.audit().newest(UNIT, 1).get(0).number()).isEqualTo(3);
        assertThat(broken(Optional.empty()).what()).contains("was changed");
    }

    @Test
    public void aTrailPutBackWholeIsFoundByAnEndThatWasNoted() {
        append(2);
        store.execute("CREATE TABLE old_head AS SELECT * FROM audit_heads");
        append(2);
        Head noted = intact(TRAIL).head();
        store.execute("DELETE FROM audit_rows" + OF_TRAIL + " AND number > 2");
        store.execute("DELETE FROM audit_heads");
        store.execute("INSERT INTO audit_heads SELECT * FROM old_head");
        store.execute("DROP TABLE old_head");
        assertThat(intact(TRAIL).rows()).isEqualTo(2);
        assertThat(broken(Optional.of(noted)).what()).contains("cut off");
        append(2);
        assertThat(broken(Optional.of(Head.of(TRAIL, noted.text()))).what()).contains("another than the one");
        store.execute("DELETE FROM audit_rows");
        store.execute("DELETE FROM audit_heads");
        assertThat(broken(Optional.of(noted)).what()).contains("whole trail");
    }

    @Test
    public void whatIsPrunedLeavesAMarkThatTheRestHangsOn() {
        append(4);
        Instant cut = Instant.parse("2001-01-01T00:00:00Z");
        assertThat(store.audit().prune(cut)).isZero();
        assertThat(store.audit().prune(store.audit().newest(UNIT, 2).get(1).at()))
                .as("rows 1 and 2, and the platform's that the trail has begun")
                .isLessThanOrEqualTo(3);
        append(1);
        assertThat(store.audit().prune(Instant.parse("2999-01-01T00:00:00Z"))).isPositive();
        append(1);
        assertThat(intact(TRAIL)).satisfies(verification -> {
            assertThat(verification.rows()).isEqualTo(1);
            assertThat(verification.since()).isEqualTo(6);
        });
        store.execute("UPDATE audit_heads SET pruned = 4");
        assertThat(broken(Optional.empty()).what()).contains("end of the trail was changed");
    }

    @Test
    public void theRowsAboutAResidentAreFoundByTheirPseudonymAlone() {
        append(1);
        store.audit().append(TRAIL, row("about one", Optional.of(new ResidentPseudonym("resident-1"))));
        store.audit().append(TRAIL, row("about another", Optional.of(new ResidentPseudonym("resident-2"))));
        store.audit()
                .append(Scope.region("01"), row("about one again", Optional.of(new ResidentPseudonym("resident-1"))));
        assertThat(store.audit().ofResident(Optional.of(TRAIL), new ResidentPseudonym("resident-1")))
                .extracting(Entry::text)
                .containsExactly("about one");
        assertThat(store.audit().ofResident(Optional.empty(), new ResidentPseudonym("resident-1")))
                .extracting(Entry::text)
                .containsExactly("about one", "about one again");
        assertThat(store.audit().newest(TRAIL, 10).toString()).doesNotContain("resident-1");
    }

    @Test
    public void aResidentWhoActsIsKeptAndFoundAsOneWhomItConcerns() {
        String label = new Actor.Resident("resident-1").label();
        store.audit().append(TRAIL, new Row(label, "access.refused", "read a unit", Optional.empty()));
        store.audit()
                .append(
                        TRAIL,
                        new Row(
                                label,
                                "resident.approve",
                                "for a child",
                                Optional.of(new ResidentPseudonym("resident-2"))));
        assertThat(store.audit().newest(TRAIL, 10)).extracting(Entry::actor).allSatisfy(actor -> assertThat(actor)
                .matches("resident:[0-9a-f]{64}"));
        assertThat(store.audit().ofResident(Optional.empty(), new ResidentPseudonym("resident-1")))
                .extracting(Entry::text)
                .containsExactly("read a unit");
        assertThat(store.audit().ofResident(Optional.empty(), new ResidentPseudonym("resident-2")))
                .extracting(Entry::text)
                .containsExactly("for a child");
        assertThat(intact(TRAIL).rows()).isEqualTo(2);
    }

    @Test
    public void theDayRemovesWhatIsOlderThanFiveYearsAndTakesTheNewEnds() {
        SealedAuditTrail trail = (SealedAuditTrail) store.audit();
        Instant now = store.clock().instant();
        Instant fiveYearsAgo = now.atOffset(ZoneOffset.UTC).minusYears(5).toInstant();
        trail.append(TRAIL, row("too old", Optional.empty()), fiveYearsAgo.minusSeconds(60));
        trail.append(TRAIL, row("not yet", Optional.empty()), fiveYearsAgo.plusSeconds(60));
        append(1);
        Head noted = intact(TRAIL).head();
        DailyAuditJob day = new DailyAuditJob(trail, store.jobs(), Clock.fixed(now, ZoneOffset.UTC));
        assertThat(day.run(new Job(DailyAuditJob.JOB, "", 0, now)))
                .isInstanceOfSatisfying(JobOutcome.Again.class, again -> assertThat(again.at())
                        .isEqualTo(now.plus(Duration.ofDays(1))));
        assertThat(trail.newest(TRAIL, 10)).extracting(Entry::text).containsExactly("row 0", "not yet");
        assertThat(trail.takeChangedHeads()).as("the day took it").isEmpty();
        append(1);
        assertThat(trail.verify(TRAIL, Optional.of(noted)))
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.since()).isEqualTo(2));
        store.execute("DELETE FROM audit_rows" + OF_TRAIL + " AND number = 2");
        assertThat(broken(Optional.empty())).isEqualTo(new Broken(2, "the row was removed"));
    }

    @Test
    public void aRegisteredUnitHasATrail() {
        assertThat(store.audit().verify(TRAIL, Optional.empty())).isInstanceOf(Intact.class);
        assertThat(store.audit().trails()).containsExactly(Scope.PLATFORM);
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        assertThat(store.audit().trails()).containsExactly(Scope.PLATFORM, TRAIL);
        assertThat(broken(Optional.empty())).isEqualTo(new Broken(1, "the whole trail was removed"));
        append(1);
        store.audit().append(Scope.region("01"), row("of the region", Optional.empty()));
        store.audit().append(Scope.PLATFORM, row("of all", Optional.empty()));
        assertThat(intact(TRAIL).rows()).isEqualTo(1);
        store.execute("DELETE FROM audit_heads WHERE trail_level = 'REGION'");
        assertThat(store.audit().trails()).containsExactly(Scope.PLATFORM, Scope.region("01"), TRAIL);
        store.execute("DELETE FROM audit_heads");
        store.execute("DELETE FROM audit_rows");
        assertThat(broken(Optional.empty()).what()).isEqualTo("the whole trail was removed");
    }

    @Test
    public void onlyNewEndsAreTakenForTheLog() {
        append(2);
        assertThat(store.audit().takeChangedHeads())
                .containsExactly(intact(Scope.PLATFORM).head(), intact(TRAIL).head());
        assertThat(store.audit().takeChangedHeads()).isEmpty();
        append(1);
        assertThat(store.audit().takeChangedHeads()).extracting(Head::number).containsExactly(3L);
    }

    @Test
    public void aRowPutIntoTheTableOfBeforeIsNotTakenInAndFound() throws Exception {
        append(1);
        for (int restart = 1; restart <= 2; restart++) {
            store.execute("INSERT INTO audit (unit, actor, action, text, at) VALUES ('" + UNIT
                    + "', 'staff:one', 'settings.change', 'never happened', TIMESTAMP WITH TIME ZONE"
                    + " '2020-01-01 10:00:00+00')");
            store = reopen(store);
            assertThat(store.audit().newest(UNIT, 10)).hasSize(1);
            assertThat(broken(Optional.empty()).what()).contains("table of before trails were sealed");
        }
    }

    @Test
    public void aRowBesideTheChainIsFound() {
        append(3);
        for (int number : new int[] {1000, 4, 0, -1}) {
            store.execute("INSERT INTO audit_rows (trail_level, trail_id, number, actor, action, text, at, key_number,"
                    + " seal) SELECT trail_level, trail_id, " + number + ", actor, action, text, at, key_number, seal"
                    + " FROM audit_rows" + OF_TRAIL + " AND number = 3");
            assertThat(broken(Optional.empty())).isEqualTo(new Broken(number, "the row was added beside the trail"));
            store.execute("DELETE FROM audit_rows" + OF_TRAIL + " AND number = " + number);
        }
        assertThat(intact(TRAIL).rows()).isEqualTo(3);
    }

    @Test
    public void aTrailThatIsDeletedWholeAndBegunAnewIsFound() throws Exception {
        append(3);
        store.execute("DELETE FROM audit_rows" + OF_TRAIL);
        store.execute("DELETE FROM audit_heads" + OF_TRAIL);
        assertThat(broken(Optional.empty()).what()).isEqualTo("the whole trail was removed");
        append(2);
        assertThat(broken(Optional.empty()).what()).isEqualTo("the end of the trail was changed");
        store = reopen(store);
        store.execute("DELETE FROM audit_rows" + OF_TRAIL);
        store.execute("DELETE FROM audit_heads" + OF_TRAIL);
        append(2);
        assertThat(broken(Optional.empty()).what()).isEqualTo("the end of the trail was changed");
    }

    @Test
    public void aTrailThatIsDeletedWithThePlatformsWordOfItIsFound() {
        append(3);
        store.audit().append(Scope.PLATFORM, row("later", Optional.empty()));
        store.execute("DELETE FROM audit_rows" + OF_TRAIL);
        store.execute("DELETE FROM audit_heads" + OF_TRAIL);
        store.execute("DELETE FROM audit_rows WHERE trail_level = 'PLATFORM' AND text = 'UNIT " + UNIT + "'");
        assertThat(broken(Optional.empty()).what()).contains("platform's trail");
        append(2);
        assertThat(broken(Optional.empty()).what()).isEqualTo("the end of the trail was changed");
        assertThat(store.audit().verifyAll().get(Scope.PLATFORM)).isInstanceOf(Broken.class);
    }

    @Test
    public void allTrailsThatAreDeletedAreMissedAfterARestart() throws Exception {
        append(3);
        store.execute("DELETE FROM audit_rows");
        store.execute("DELETE FROM audit_heads");
        store = reopen(store);
        assertThat(store.audit().verify(Scope.PLATFORM, Optional.empty())).isInstanceOf(Broken.class);
        append(1);
        assertThat(broken(Optional.empty()).what()).contains("platform's trail");
    }

    @Test
    public void aRegionsTrailThatIsDeletedIsFound() {
        Scope region = Scope.region("01");
        store.audit().append(region, row("of the region", Optional.empty()));
        store.execute("DELETE FROM audit_rows WHERE trail_level = 'REGION'");
        store.execute("DELETE FROM audit_heads WHERE trail_level = 'REGION'");
        assertThat(store.audit().trails()).contains(region);
        assertThat(store.audit().verifyAll().get(region)).isEqualTo(new Broken(1, "the whole trail was removed"));
        store.audit().append(region, row("another", Optional.empty()));
        assertThat(store.audit().verify(region, Optional.empty())).isInstanceOf(Broken.class);
    }

    @Test
    public void whatWasBackdatedIsNotPruned() {
        append(3);
        store.execute("UPDATE audit_rows SET at = TIMESTAMP WITH TIME ZONE '2010-01-01 00:00:00+00'" + OF_TRAIL
                + " AND number <= 2");
        assertThat(store.audit().prune(Instant.parse("2015-01-01T00:00:00Z"))).isZero();
        assertThat(broken(Optional.empty())).isEqualTo(new Broken(1, "the row was changed"));
    }

    @Test
    public void anEndThatIsSaidToBeInTheLogIsFound() {
        append(2);
        store.execute("UPDATE audit_heads SET logged = number" + OF_TRAIL);
        assertThat(broken(Optional.empty()).what()).isEqualTo("the end of the trail was changed");
    }

    @Test
    public void thatTrailsHaveBegunOutlivesThePruningOfThePlatformsTrail() {
        append(2);
        store.audit().append(Scope.region("01"), row("of the region", Optional.empty()));
        assertThat(store.audit().prune(Instant.parse("2999-01-01T00:00:00Z"))).isGreaterThanOrEqualTo(5);
        append(1);
        assertThat(intact(TRAIL).rows()).isEqualTo(1);
        assertThat(store.audit().trails()).containsExactly(Scope.PLATFORM, Scope.region("01"), TRAIL);
    }

    @Test
    public void aTimeIsReadInPages() {
        append(5);
        Instant until = Instant.parse("2999-01-01T00:00:00Z");
        assertThat(store.audit().between(TRAIL, Instant.EPOCH, until, Long.MAX_VALUE, 2))
                .extracting(Entry::number)
                .containsExactly(5L, 4L);
        assertThat(store.audit().between(TRAIL, Instant.EPOCH, until, 4, 9))
                .extracting(Entry::number)
                .containsExactly(3L, 2L, 1L);
        assertThat(store.audit().between(TRAIL, until, until, Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    public void allTimesAreReadFromTheEarliestInstantToTheLatest() {
        append(2);
        assertThat(store.audit().ofActions(TRAIL, "settings"))
                .isEqualTo(store.audit().newest(TRAIL, 9));
        assertThat(store.audit().ofActions(TRAIL, "setting.")).isEmpty();
        assertThat(store.audit().between(TRAIL, Instant.MIN, Instant.MAX, Long.MAX_VALUE, 9))
                .hasSize(2);
        assertThat(store.audit().between(TRAIL, Instant.MIN, Instant.EPOCH, Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(store.audit().between(TRAIL, Instant.MAX, Instant.MIN, Long.MAX_VALUE, 9))
                .isEmpty();
    }

    private void append(int rows) {
        Collections.nCopies(rows, "row")
                .forEach(one -> store.audit().append(UNIT, "staff:one", "settings.change", "row 0"));
    }

    private static Row row(String text, Optional<ResidentPseudonym> resident) {
        return new Row("staff:one", "settings.change", text, resident);
    }

    private Intact intact(Scope trail) {
        return (Intact) store.audit().verify(trail, Optional.empty());
    }

    private Broken broken(Optional<Head> known) {
        return (Broken) store.audit().verify(TRAIL, known);
    }
}
