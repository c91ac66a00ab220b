package org.careunit.settings.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.FixedCaseTypes;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SettingsFixture;
import org.careunit.storage.StoredCase;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.testkit.fakes.FakeAccess;
import org.careunit.testkit.fakes.FakeArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A unit whose ended cases are archived, slice by slice, with a host and an archive in memory. */
abstract class ArchiveFixture {

    static final HsaId UNIT = SettingsFixture.UNIT;
    static final Actor ANNA = new Actor.Operator("anna");
    static final int MANY_SLICES = 2_000;

    final FakeArchive archive =
            new FakeArchive().setFaulty(id -> id.startsWith("faulty")).setOdd(id -> id.startsWith("odd"));
    TestStore store;
    SettingsContext context;
    ArchiveRunsComponent runs;
    ExportJob export;
    final FakeHost host = new FakeHost();

    abstract TestStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        context = SettingsFixture.context(store);
        context.setArchives(archive);
        context.setArchiveRecords(store.archive());
        FixedCaseTypes.say(context);
        context.setClosedCases(host);
        runs = new ArchiveRunsComponent(FakeAccess.operators(), context, store.archive(), store.jobs(), store.clock());
        export = new ExportJob(
                new ExportJob.Parts(
                        store.archive(), store.cases(), store.jobs(), new ArchiveRunsMetrics(), store.clock()),
                context,
                new HostCalls(Duration.ofMillis(500)));
    }

    @AfterEach
    void closeStore() {
        export.close();
        store.close();
    }

    List<StoredCase> known(String... ids) {
        List<StoredCase> cases = new ArrayList<>();
        for (CaseRef ref : refs(ids)) {
            cases.add(new StoredCase(
                    ref,
                    StoredCase.Phase.CLOSED,
                    Optional.of(new CaseTypeKey("boka-tid")),
                    Optional.of(Instant.parse("2025-12-01T00:00:00Z")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                    Optional.empty()));
        }
        store.transactions().run(() -> store.cases().add(cases));
        return cases;
    }

    static List<CaseRef> refs(String... ids) {
        return List.of(ids).stream().map(id -> new CaseRef(UNIT, id)).toList();
    }

    static List<ClosedCase> ended(String... ids) {
        FakeHost of = new FakeHost();
        List<ClosedCase> cases = new ArrayList<>();
        for (String id : ids) {
            of.end(UNIT, id, Instant.parse("2026-01-01T00:00:00Z"));
            cases.add(of.cases.get(id));
        }
        return cases;
    }

    String reason() {
        return ((JobOutcome.NotNow) export.run(job())).reason();
    }

    void finish() {
        for (int i = 0; i < MANY_SLICES && !isOver(); i++) {
            step();
        }
        assertThat(isOver()).isTrue();
    }

    void step() {
        record(export.run(job()));
    }

    /** As the engine does. */
    void record(JobOutcome outcome) {
        store.transactions().run(() -> outcome.alongside().run());
    }

    boolean isOver() {
        return store.archive().unfinished(1).isEmpty();
    }

    ArchiveRun newest() {
        return runs.runs(ANNA, UNIT, PageRequest.first(1)).rows().get(0);
    }

    Job job() {
        return new Job(ExportRuns.job(UNIT), "", 0, store.clock().instant());
    }
}
