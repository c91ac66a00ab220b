package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.SetAside;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for jobs on every database. */
public abstract class JobContract {

    private static final DocumentId NOTE = new DocumentId(Scope.PLATFORM, "note", "n");

    TestStore store;

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
    public void aCommittedJobRunsAtOnce() {
        RecordingHandler mail = RecordingHandler.of("mail");
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "to whom")));
        Job job = mail.next();
        assertThat(job.payload()).isEqualTo("to whom");
        assertThat(job.failures()).isZero();
        untilNothingWaits();
    }

    @Test
    public void theSameJobTwiceIsOneJob() {
        NewJob job = NewJob.at(Instant.parse("2100-01-01T00:00:00Z"), JobId.of("mail", "1"), "first");
        store.jobs().add(List.of(job));
        store.jobs().add(List.of(NewJob.now(job.id(), "second")));
        assertThat(store.jobs().waiting(10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.job().payload()).isEqualTo("first");
            assertThat(waiting.due()).isEqualTo(job.due().orElseThrow());
        });
        assertThat(store.jobs().cancel(job.id())).isTrue();
        assertThat(store.jobs().cancel(job.id())).isFalse();
    }

    @Test
    public void aTypeWithoutAHandlerWaitsAndCostsNoAttempt() {
        RecordingHandler mail = RecordingHandler.of("mail");
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("sms", "1"), ""), NewJob.now(JobId.of("mail", "1"), "")));
        mail.next();
        untilOnlyWaits(1);
        assertThat(store.jobs().backlog()).singleElement().satisfies(due -> {
            assertThat(due.type()).isEqualTo("sms");
            assertThat(due.jobs()).isEqualTo(1);
            assertThat(due.handled()).isFalse();
        });

        RecordingHandler sms = RecordingHandler.of("sms");
        store.handlers.add(sms);
        assertThat(sms.next().failures()).isZero();
        untilNothingWaits();
    }

    /** As when another node put the job off and stopped. */
    @Test
    public void whatBecomesDueUnknownToThisNodeIsFoundWhileItLooksAllTheTime() {
        RecordingHandler mail = RecordingHandler.of("mail");
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.at(Instant.parse("2100-01-01T00:00:00Z"), JobId.of("mail", "1"), "")));
        store.execute("UPDATE job_queue SET due = TIMESTAMP WITH TIME ZONE '2000-01-01 00:00:00+00'");
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    store.jobs().wake("mail");
                    return store.jobs().waiting(1).isEmpty();
                });
    }

    /** One look a second would take at least a minute. */
    @Test
    public void aSweepThatGivesWayGoesOnWhenItsPauseEnds() {
        AtomicInteger sweeps = new AtomicInteger();
        RecordingHandler news = RecordingHandler.of("mail");
        store.handlers.add(news);
        store.handlers.add(new JobHandler() {
            @Override
            public String type() {
                return "sweep";
            }

            @Override
            public Priority priority() {
                return Priority.SWEEP;
            }

            @Override
            public int workersPerDestination() {
                return 1;
            }

            @Override
            public JobOutcome run(Job job) {
                store.jobs().add(List.of(NewJob.now(JobId.of("mail", job.id().key()), "")));
                news.next();
                sweeps.incrementAndGet();
                return JobOutcome.done();
            }
        });
        store.jobs()
                .add(IntStream.range(0, 120)
                        .mapToObj(i -> NewJob.now(JobId.of("sweep", "" + i), ""))
                        .toList());
        await().atMost(Duration.ofSeconds(30)).until(() -> sweeps.get() == 120);
        untilNothingWaits();
    }

    @Test
    public void aHandlerThatGoesTakesNoJobWithIt() {
        RecordingHandler mail = RecordingHandler.of("mail");
        store.handlers.add(mail);
        store.handlers.remove(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        assertThat(store.jobs().waiting(10)).hasSize(1);
        store.handlers.add(mail);
        mail.next();
        untilNothingWaits();
    }

    @Test
    public void aHangingLaneDelaysNoOther() {
        CountDownLatch hanging = new CountDownLatch(1);
        RecordingHandler mail = new RecordingHandler("mail", 2, job -> {
            if (job.id().destination().equals("dead.example")) {
                awaitQuietly(hanging);
            }
            return JobOutcome.done();
        });
        store.handlers.add(mail);
        store.jobs().add(jobs("dead.example", 60));
        mail.next();
        mail.next();
        store.jobs().add(jobs("live.example", 20));
        for (int seen = 0; seen < 20; ) {
            seen += mail.next().id().destination().equals("live.example") ? 1 : 0;
        }
        assertThat(store.jobs().waiting(100))
                .filteredOn(waiting -> waiting.runningOn().isPresent()
                        && waiting.job().id().destination().equals("dead.example"))
                .hasSizeLessThanOrEqualTo(4);
        hanging.countDown();
        untilNothingWaits();
    }

    @Test
    public void aTypeThatHangsEverywhereDelaysNoOther() {
        CountDownLatch hanging = new CountDownLatch(1);
        RecordingHandler mail = new RecordingHandler("mail", 2, job -> {
            awaitQuietly(hanging);
            return JobOutcome.done();
        });
        RecordingHandler sms = RecordingHandler.of("sms");
        store.handlers.add(mail);
        store.handlers.add(sms);
        IntStream.range(0, 30).forEach(i -> store.jobs().add(jobs("dead-" + i + ".example", 2)));
        mail.next();
        store.jobs().add(List.of(NewJob.now(JobId.of("sms", "1"), "")));
        sms.next();
        hanging.countDown();
        untilNothingWaits();
    }

    @Test
    public void hangingLanesOfACrowdedTypeDelayNoOther() {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        RecordingHandler mail = new RecordingHandler("mail", 2, job -> {
            String destination = job.id().destination();
            if (!destination.equals("live.example")) {
                awaitQuietly(destination.equals("dead.example") ? hanging : slow);
            }
            return JobOutcome.done();
        });
        store.handlers.add(mail);
        IntStream.range(0, 11).forEach(i -> store.jobs().add(jobs("slow-" + i + ".example", 1)));
        IntStream.range(0, 11).forEach(i -> mail.next());
        store.jobs().add(jobs("dead.example", 60));
        mail.next();
        store.jobs().add(jobs("live.example", 20));
        slow.countDown();
        for (int seen = 0; seen < 20; ) {
            seen += mail.next().id().destination().equals("live.example") ? 1 : 0;
        }
        hanging.countDown();
        untilNothingWaits();
    }

    @Test
    public void aBacklogOfOneWorkerNeverWaitsForThePoll() {
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> JobOutcome.done());
        store.handlers.add(mail);
        store.jobs().add(jobs("one.example", 30));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mail.count()).isEqualTo(30));
        untilNothingWaits();
    }

    private static List<NewJob> jobs(String destination, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NewJob.now(new JobId("mail", destination, "job-" + i), ""))
                .toList();
    }

    @Test
    public void theOutcomeAndWhatIsWrittenAlongsideAreOne() {
        store.handlers.add(new RecordingHandler(
                "write",
                1,
                job -> JobOutcome.done(
                        () -> store.documents().save(NOTE, 0, Content.published(1, "\"done\"", "system:test")))));
        store.jobs().add(List.of(NewJob.now(JobId.of("write", "1"), "")));
        untilNothingWaits();
        assertThat(store.documents().current(NOTE).map(Document::content).map(Content::json))
                .contains("\"done\"");
    }

    @Test
    public void anOutcomeThatCannotBeWrittenCountsAsAFailure() {
        store.handlers.add(new RecordingHandler(
                "write", 1, job -> JobOutcome.done(() -> store.documents().save(NOTE, 7, Content.draft(1, "", "x")))));
        store.jobs().add(List.of(NewJob.now(JobId.of("write", "1"), "")));
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
        assertThat(store.documents().history(NOTE)).isEmpty();
    }

    /** As while callers hold a row that it needs for longer than a lock is waited for. */
    @Test
    public void anOutcomeThatTheStoreCannotTakeYetIsKeptAndTheJobDoesNotRunAgain() {
        AtomicInteger tries = new AtomicInteger();
        RecordingHandler mail = new RecordingHandler(
                "mail",
                1,
                job -> JobOutcome.done(() -> {
                    if (tries.incrementAndGet() < 5) {
                        throw new UnavailableException("A row is locked, on purpose");
                    }
                }));
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        untilNothingWaits();
        assertThat(tries).hasValue(5);
        assertThat(mail.count()).isEqualTo(1);
        assertThat(store.jobs().setAside(10)).isEmpty();
    }

    @Test
    public void aFailureIsTriedAgainLaterAndCounted() {
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> JobOutcome.tryLater("451 try later"));
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        Job first = mail.next();
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
        assertThat(Duration.between(first.since(), onlyJob().due()))
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void oneThatWaitsForItsNextAttemptStartsNowInItsPlace() {
        List<String> ran = new CopyOnWriteArrayList<>();
        AtomicBoolean isUp = new AtomicBoolean();
        RecordingHandler notices = new RecordingHandler("notices", 1, job -> {
            ran.add(job.id().key());
            return isUp.get() ? JobOutcome.done() : JobOutcome.tryLater("503");
        });
        store.handlers.add(notices);
        JobId first = JobId.of("notices", "1");
        store.jobs()
                .add(List.of(
                        NewJob.now(first, "").inOrder("case"),
                        NewJob.now(JobId.of("notices", "2"), "").inOrder("case")));
        notices.next();
        await().until(() -> store.jobs().waiting(2).stream()
                .anyMatch(waiting -> waiting.job().failures() == 1));
        isUp.set(true);
        assertThat(store.jobs().startNow(first)).isTrue();
        untilNothingWaits();
        assertThat(ran).containsExactly("1", "1", "2");
        assertThat(store.jobs().startNow(first)).isFalse();
    }

    @Test
    void notNowCountsNoAttempt() {
        RecordingHandler mail =
                new RecordingHandler("mail", 1, job -> JobOutcome.notNow("No contacts yet", Duration.ofSeconds(30)));
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        Job first = mail.next();
        await().untilAsserted(
                        () -> assertThat(onlyJob().due()).isAfter(first.since().plusSeconds(20)));
        assertThat(onlyJob().job().failures()).isZero();
        assertThat(onlyJob().job().since()).isEqualTo(first.since().plusSeconds(30));
    }

    @Test
    void anErrorInAHandlerCountsAsAFailure() {
        store.handlers.add(new RecordingHandler("mail", 1, job -> {
            throw new StackOverflowError();
        }));
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
    }

    @Test
    void anErrorInWhatIsWrittenAlongsideCountsAsAFailure() {
        store.handlers.add(new RecordingHandler(
                "mail",
                1,
                job -> JobOutcome.done(() -> {
                    throw new NoClassDefFoundError("gone");
                })));
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
    }

    @Test
    void anErrorInGivingUpSetsTheJobAsideAllTheSame() {
        store.handlers.add(new JobHandler() {
            @Override
            public String type() {
                return "mail";
            }

            @Override
            public JobOutcome run(Job job) {
                return JobOutcome.never("550 no such user");
            }

            @Override
            public void gaveUp(Job job, String reason) {
                throw new NoClassDefFoundError("gone");
            }
        });
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "")));
        await().until(() -> store.jobs().setAside(10).size() == 1);
        assertThat(store.jobs().setAside(10)).extracting(SetAside::reason).containsExactly("550 no such user");
        untilNothingWaits();
    }

    @Test
    void aRecurringJobIsNeverSetAside() {
        RecordingHandler sweep = new RecordingHandler("sweep", 1, job -> JobOutcome.never("broken"));
        store.handlers.add(sweep);
        store.jobs().addAtStart(JobId.of("sweep", "hourly"));
        sweep.next();
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
        assertThat(onlyJob().due()).isAfter(Instant.now().plus(Duration.ofHours(3)));
        assertThat(store.jobs().setAside(10)).isEmpty();
    }

    @Test
    public void aRecurringJobIsDueAgain() {
        Instant next = Instant.parse("2100-01-01T08:00:00Z");
        store.handlers.add(new RecordingHandler("sweep", 1, job -> JobOutcome.again(next)));
        store.jobs().add(List.of(NewJob.now(JobId.of("sweep", "1"), "all")));
        await().untilAsserted(() -> assertThat(onlyJob().due()).isEqualTo(next));
        assertThat(onlyJob().job().payload()).isEqualTo("all");
    }

    @Test
    public void whatCannotSucceedIsSetAsideAndCanBeStartedAgain() {
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> JobOutcome.never("550 no such user"));
        store.handlers.add(mail);
        JobId id = JobId.of("mail", "1");
        store.jobs().add(List.of(NewJob.now(id, "payload")));
        mail.next();
        untilNothingWaits();
        assertThat(mail.setAside).singleElement().satisfies(job -> assertThat(job.id())
                .isEqualTo(id));
        assertThat(store.jobs().setAside(10)).singleElement().satisfies(aside -> {
            assertThat(aside.reason()).isEqualTo("550 no such user");
            assertThat(aside.job().failures()).isEqualTo(1);
        });

        store.handlers.remove(mail);
        assertThat(store.jobs().retry(id)).isTrue();
        assertThat(store.jobs().setAside(10)).isEmpty();
        assertThat(onlyJob().job().payload()).isEqualTo("payload");
        assertThat(store.jobs().retry(id)).isFalse();
    }

    @Test
    void afterThreeDaysTheLadderEnds() {
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> JobOutcome.tryLater("greylisted"));
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "old"), "")));
        mail.next();
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
        store.execute("UPDATE job_queue SET since = since - INTERVAL '3' DAY, due = CURRENT_TIMESTAMP");
        mail.next();
        await().until(() -> !store.jobs().setAside(10).isEmpty());
        assertThat(store.jobs().setAside(10)).extracting(SetAside::reason).containsExactly("greylisted");
    }

    @Test
    void whatAJobWaitedDoesNotCountForTheLadder() {
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> JobOutcome.tryLater("greylisted"));
        store.jobs().add(List.of(NewJob.at(Instant.now().minus(Duration.ofDays(30)), JobId.of("mail", "old"), "")));
        store.handlers.add(mail);
        assertThat(mail.next().since()).isAfter(Instant.now().minus(Duration.ofMinutes(1)));
        await().untilAsserted(() -> assertThat(onlyJob().job().failures()).isEqualTo(1));
    }

    @Test
    public void aPayloadThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "x".repeat(10_001)))))
                .hasMessageContaining("10001 characters");
    }

    public Waiting onlyJob() {
        List<Waiting> waiting = store.jobs().waiting(10);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    public void untilNothingWaits() {
        untilOnlyWaits(0);
    }

    public void untilOnlyWaits(int count) {
        await().untilAsserted(() -> assertThat(store.jobs().waiting(100)).hasSize(count));
    }

    public static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
