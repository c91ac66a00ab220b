package org.careunit.settings.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.careunit.api.archive.ArchiveRun.Stage;
import org.careunit.api.archive.ArchiveRuns.LeftOut;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.storage.jobs.JobOutcome;
import org.junit.jupiter.api.Test;

/** Ended cases that the host gives, or fails to give, to a run, on every database. */
abstract class ArchivedCasesOfHostContract extends ArchiveFixture {

    @Test
    void aHostThatGivesTheSamePageForEverEndsAndWhatItGaveArrives() {
        answer((until, cursor) -> new Page<>(ended("c-1"), Optional.of("same")));

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(newest().stage()).isEqualTo(Stage.DONE);
        assertThat(newest().counts().cases()).isEqualTo(1);
        assertThat(archive.delivered().get(newest().packageName())).containsExactly("c-1");
    }

    @Test
    void aCursorThatGoesBackAndACaseInTwoPagesBringEachCaseOnce() {
        int[] asked = new int[1];
        answer((until, cursor) -> {
            asked[0]++;
            return switch (asked[0]) {
                case 1 -> new Page<>(ended("c-1", "c-2"), Optional.of("2"));
                case 2 -> new Page<>(ended("c-2", "c-3", "c-3"), Optional.of("1"));
                case 3 -> new Page<>(ended("c-1", "c-2"), Optional.of("3"));
                default -> new Page<>(ended("c-4"), Optional.empty());
            };
        });

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(archive.delivered().get(newest().packageName())).containsExactly("c-1", "c-2", "c-3", "c-4");
    }

    @Test
    void aHostThatIsAbsentUnavailableOrSlowIsWaitedFor() {
        runs.runNow(ANNA, UNIT);
        context.unsetClosedCases(host);
        assertThat(reason()).contains("no service ClosedCases");
        assertThat(((JobOutcome.NotNow) export.run(job())).pause()).isLessThan(Duration.ofMinutes(1));
        answer((until, cursor) -> {
            throw new UnavailableException("down");
        });
        assertThat(reason()).contains("unavailable", "ClosedCases.closedCases of unit " + UNIT);
        answer((until, cursor) -> {
            awaitInterrupt();
            return null;
        });
        assertThat(reason()).contains("no answer within");
    }

    @Test
    void aHostThatGivesNullOrThrowsIsNamedAndAnAttemptIsCounted() {
        runs.runNow(ANNA, UNIT);
        answer((until, cursor) -> null);
        assertThat(failure()).contains("closedCases of unit " + UNIT + ": the host gave null");
        answer((until, cursor) -> {
            throw new NoClassDefFoundError("x");
        });
        assertThat(failure()).contains("the host threw java.lang.NoClassDefFoundError");

        export.gaveUp(job(), "The host gave null");

        assertThat(newest().stage()).isEqualTo(Stage.FAILED);
        assertThat(newest().problem()).contains("The host gave null");
        context.setClosedCases(host.with(UNIT, "c-", 1));
        assertThat(runs.retry(ANNA, UNIT)).isTrue();
        assertThat(runs.retry(ANNA, UNIT)).isFalse();
        finish();
        assertThat(newest().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void aCaseOfWhichTheHostCannotSayWhomItIsAboutIsLeftOut() {
        host.with(UNIT, "c-", 2);
        context.setIdentities(ref -> {
            if (ref.id().equals("c-2")) {
                throw new IllegalStateException();
            }
            return Optional.of(new Identity(new PersonNumber("191212121212"), Optional.empty()));
        });

        runs.runNow(ANNA, UNIT);
        finish();

        assertThat(archive.written().get("c-1").resident()).isPresent();
        assertThat(runs.leftOut(ANNA, UNIT, PageRequest.first(9)).rows())
                .extracting(LeftOut::caseId)
                .containsExactly("c-2");
    }

    private interface Pages {
        Page<ClosedCase> page(Instant until, Optional<String> cursor);
    }

    /** From now on the host gives pages like that. */
    private void answer(Pages pages) {
        context.setClosedCases(new ClosedCases() {
            private final Set<CaseRef> confirmed = new HashSet<>();

            @Override
            public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
                return pages.page(until, cursor);
            }

            @Override
            public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
                confirmed.addAll(cases);
            }
        });
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String failure() {
        return ((JobOutcome.TryLater) export.run(job())).reason();
    }
}
