package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.careunit.api.failure.UnavailableException;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.NewJob;
import org.careunit.storage.jobs.Jobs.Selection;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How jobs share the workers, rest, keep an order and go on after a node is gone, on every database. */
abstract class JobQueueContract {

    private static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    TestStore store;
    Sql sql;
    JdbcTransactions transactions;

    abstract TestStore open() throws Exception;

    abstract boolean isEmbedded();

    @BeforeEach
    void openStore() throws Exception {
        store = open();
        transactions = new JdbcTransactions(store.pool);
        sql = new Sql(transactions, store.pool);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aLookCostsTheSameHoweverManyJobsWait() {
        JobQueue queue = queue("looker");
        store.jobs().add(jobs("mail", 100));
        medianLook(queue, false);
        long few = medianLook(queue, false);
        for (int thousand = 1; thousand <= 30; thousand++) {
            int from = thousand * 1_000;
            store.jobs()
                    .add(IntStream.range(from, from + 1_000)
                            .mapToObj(i -> NewJob.now(JobId.of("mail", "job-" + i), ""))
                            .toList());
        }
        long many = Math.max(medianLook(queue, false), medianLook(queue, true));
        // The goal is 1.5 and is measured in the benchmarks; a look that reads what waits costs a hundred times as
        // much.
        assertThat((double) many / few).isLessThan(4);
    }

    private static long medianLook(JobQueue queue, boolean newestFirst) {
        long[] nanos = new long[200];
        for (int look = 0; look < nanos.length; look++) {
            long begin = System.nanoTime();
            List<ClaimedJob> claimed = queue.claim("mail|*", 8, newestFirst, 0).jobs();
            nanos[look] = System.nanoTime() - begin;
            assertThat(claimed).hasSize(8);
            queue.release(claimed);
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    @Test
    void aJobOfOneUnitDoesNotWaitForAnotherUnitsBacklog() {
        store.jobs()
                .add(IntStream.range(0, 5_000)
                        .mapToObj(i -> NewJob.now(JobId.of("mail", "a" + i), "").sharedBy("unit-a"))
                        .toList());
        CountDownLatch all = new CountDownLatch(5_001);
        AtomicLong before = new AtomicLong();
        AtomicLong foundAfter = new AtomicLong(-1);
        store.handlers.add(new RecordingHandler("mail", 4, job -> {
            if (job.id().key().startsWith("b")) {
                foundAfter.set(before.get());
            }
            before.incrementAndGet();
            all.countDown();
            return JobOutcome.done();
        }));
        await().until(() -> before.get() > 20);
        long begin = before.get();
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "b"), "").sharedBy("unit-b")));
        await().until(() -> foundAfter.get() >= 0);
        assertThat(foundAfter.get() - begin).isLessThan(1_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> all.getCount() == 0);
    }

    @Test
    void aTypeDoesNotWaitForAnothersBacklog() {
        store.jobs().add(jobs("slow", 2_000));
        store.handlers.add(new RecordingHandler("slow", 16, job -> {
            await().pollDelay(Duration.ofMillis(5)).until(() -> true);
            return JobOutcome.done();
        }));
        RecordingHandler mail = RecordingHandler.of("mail");
        store.handlers.add(mail);
        long begin = System.nanoTime();
        store.jobs().add(jobs("mail", 1));
        mail.next();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatRestsIsAskedOnceAPauseAndThenGoesNewestFirst() {
        AtomicBoolean up = new AtomicBoolean();
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger calls = new AtomicInteger();
        store.handlers.add(new RecordingHandler("mail", 4, job -> {
            calls.incrementAndGet();
            if (!up.get()) {
                throw new UnavailableException("The mail server is away");
            }
            sent.add(job.id().key());
            return JobOutcome.done();
        }));
        for (int i = 100; i < 300; i++) {
            store.jobs().add(List.of(NewJob.now(JobId.of("mail", "job-" + i), "")));
        }
        await().until(() -> store.jobs().resting().size() == 1);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(calls.get()).isLessThan(15);
        assertThat(store.jobs().waiting(300))
                .hasSize(200)
                .allSatisfy(waiting -> assertThat(waiting.job().failures()).isZero());
        up.set(true);
        store.jobs().wake("mail");
        await().untilAsserted(() -> assertThat(store.jobs().waiting(10)).isEmpty());
        assertThat(sent.subList(0, 10)).allSatisfy(key -> assertThat(key).isGreaterThan("job-250"));
        assertThat(store.jobs().resting()).isEmpty();
    }

    @Test
    void ourFaultInARowRestsTheType() {
        AtomicInteger calls = new AtomicInteger();
        store.handlers.add(new RecordingHandler("mail", 1, job -> {
            calls.incrementAndGet();
            return new JobOutcome.OurFault("554 5.7.1 Access denied", JobOutcome.NOTHING);
        }));
        store.jobs().add(jobs("mail", 100));
        await().until(() -> store.jobs().resting().size() == 1);
        assertThat(store.jobs().resting().get(0).reason()).contains("554 5.7.1");
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(calls.get()).isEqualTo(3);
    }

    @Test
    void aJobThatIsAddedWhileItRunsRunsOnceMore() {
        CountDownLatch added = new CountDownLatch(1);
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> {
            JobContract.awaitQuietly(added);
            return JobOutcome.done();
        });
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "first")));
        assertThat(mail.next().payload()).isEqualTo("first");
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "second")));
        added.countDown();
        assertThat(mail.next().payload()).isEqualTo("second");
        untilNothingWaits();
        assertThat(mail.count()).isZero();
    }

    @Test
    void whatWasAddedOnceMoreRunsAlsoIfTheFirstFailedForGood() {
        CountDownLatch added = new CountDownLatch(1);
        RecordingHandler mail = new RecordingHandler("mail", 1, job -> {
            JobContract.awaitQuietly(added);
            return job.payload().equals("first") ? JobOutcome.never("broken") : JobOutcome.done();
        });
        store.handlers.add(mail);
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "first")));
        mail.next();
        store.jobs().add(List.of(NewJob.now(JobId.of("mail", "1"), "second")));
        added.countDown();
        assertThat(mail.next().payload()).isEqualTo("second");
        untilNothingWaits();
    }

    @Test
    void jobsOfOneOrderRunOneAfterTheOther() {
        List<String> ran = new CopyOnWriteArrayList<>();
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        store.handlers.add(new RecordingHandler("notice", 8, job -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            ran.add(job.id().key());
            atOnce.decrementAndGet();
            return JobOutcome.done();
        }));
        List<String> keys = IntStream.range(0, 50).mapToObj(i -> "n" + (50 - i)).toList();
        keys.forEach(key ->
                store.jobs().add(List.of(NewJob.now(JobId.of("notice", key), "").inOrder("case-1"))));
        await().untilAsserted(() -> assertThat(ran).hasSize(50));
        assertThat(ran).containsExactlyElementsOf(keys);
        assertThat(most.get()).isEqualTo(1);
        untilNothingWaits();
        assertThat(sql.list("SELECT order_key FROM job_orders", row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void aParkedJobHoldsUpItsOwnOrderAlone() {
        List<String> ran = new CopyOnWriteArrayList<>();
        AtomicBoolean mended = new AtomicBoolean();
        store.handlers.add(new RecordingHandler("notice", 8, job -> {
            if (job.id().key().equals("bad") && !mended.get()) {
                return JobOutcome.never("AR");
            }
            ran.add(job.id().key());
            return JobOutcome.done();
        }));
        store.jobs().add(List.of(NewJob.now(JobId.of("notice", "bad"), "").inOrder("case-1")));
        await().until(() -> store.jobs().setAside(10).size() == 1);
        store.jobs().add(List.of(NewJob.now(JobId.of("notice", "behind"), "").inOrder("case-1")));
        store.jobs().add(List.of(NewJob.now(JobId.of("notice", "other"), "").inOrder("case-2")));
        await().untilAsserted(() -> assertThat(ran).containsExactly("other"));
        mended.set(true);
        assertThat(store.jobs().retry(JobId.of("notice", "bad"))).isTrue();
        await().untilAsserted(() -> assertThat(ran).containsExactly("other", "bad", "behind"));
    }

    @Test
    void whoDiscardsAParkedJobLetsTheNextOneGo() {
        store.handlers.add(new RecordingHandler(
                "notice", 8, job -> job.payload().isEmpty() ? JobOutcome.done() : JobOutcome.never(job.payload())));
        store.jobs().add(List.of(NewJob.now(JobId.of("notice", "bad"), "AR").inOrder("case-1")));
        await().until(() -> store.jobs().setAside(10).size() == 1);
        store.jobs().add(List.of(NewJob.now(JobId.of("notice", "behind"), "").inOrder("case-1")));
        assertThat(store.jobs().discard(JobId.of("notice", "bad"))).isTrue();
        untilNothingWaits();
        assertThat(store.jobs().setAside(10)).isEmpty();
    }

    @Test
    void longWorkGoesOnFromWhereItWas() {
        List<String> payloads = new CopyOnWriteArrayList<>();
        store.handlers.add(counting(payloads, 5));
        store.jobs().add(List.of(NewJob.now(JobId.of("export", "1"), "0")));
        untilNothingWaits();
        assertThat(payloads).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void anOperatorSeesHowFarLongWorkIsAndStopsIt() {
        List<String> payloads = new CopyOnWriteArrayList<>();
        store.handlers.add(counting(payloads, Integer.MAX_VALUE));
        JobId id = JobId.of("export", "1");
        store.jobs().add(List.of(NewJob.now(id, "0")));
        await().untilAsserted(() -> assertThat(store.jobs().waiting(1))
                .extracting(Waiting::progress)
                .doesNotContain(""));
        assertThat(store.jobs().stop(id)).isTrue();
        untilNothingWaits();
        int slices = payloads.size();
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        assertThat(payloads.size()).isLessThanOrEqualTo(slices + 1);
    }

    private static RecordingHandler counting(List<String> payloads, int last) {
        return new RecordingHandler("export", 1, job -> {
            payloads.add(job.payload());
            int number = Integer.parseInt(job.payload());
            return number == last
                    ? JobOutcome.done()
                    : new JobOutcome.Continue(Integer.toString(number + 1), number + 1 + " files", JobOutcome.NOTHING);
        });
    }

    @Test
    void noMoreStartThanTheRateAllows() {
        List<Instant> starts = new CopyOnWriteArrayList<>();
        store.handlers.add(new JobHandler() {
            @Override
            public String type() {
                return "sms";
            }

            @Override
            public OptionalDouble perSecond(String destination) {
                return OptionalDouble.of(20);
            }

            @Override
            public JobOutcome run(Job job) {
                starts.add(Instant.now());
                return JobOutcome.done();
            }
        });
        store.jobs().add(jobs("sms", 41));
        await().atMost(Duration.ofSeconds(20)).until(() -> starts.size() == 41);
        Instant first = starts.stream().min(Instant::compareTo).orElseThrow();
        Instant last = starts.stream().max(Instant::compareTo).orElseThrow();
        assertThat(Duration.between(first, last)).isGreaterThan(Duration.ofMillis(1_800));
    }

    @Test
    void jobsAreDoneTogetherWhereTheHandlerCan() {
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        store.jobs().add(jobs("follow", 100));
        store.handlers.add(new JobHandler() {
            @Override
            public String type() {
                return "follow";
            }

            @Override
            public int together() {
                return 20;
            }

            @Override
            public JobOutcome run(Job job) {
                sizes.add(1);
                return JobOutcome.done();
            }

            @Override
            public List<JobOutcome> runTogether(List<Job> some) {
                sizes.add(some.size());
                return some.stream()
                        .map(job -> job.id().key().equals("job-7") ? JobOutcome.never("bad") : JobOutcome.done())
                        .toList();
            }
        });
        untilNothingWaits();
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(sizes).contains(20);
        assertThat(store.jobs().setAside(10)).hasSize(1);
    }

    @Test
    void manyAreStartedAgainByWhatTheyHaveInCommon() {
        store.handlers.add(new RecordingHandler("mail", 4, job -> JobOutcome.never(job.payload())));
        store.jobs()
                .add(List.of(
                        NewJob.now(JobId.of("mail", "1"), "554 5.7.1 denied").sharedBy("unit-a"),
                        NewJob.now(JobId.of("mail", "2"), "554 5.7.1 denied").sharedBy("unit-b"),
                        NewJob.now(JobId.of("mail", "3"), "550 no such user").sharedBy("unit-a")));
        await().until(() -> store.jobs().setAside(10).size() == 3);
        store.jobs().rest("mail", Duration.ofMinutes(1), "a test");
        assertThat(store.jobs().retry(selected(Optional.of("unit-b"), Optional.of("no such user"))))
                .isZero();
        assertThat(store.jobs().retry(selected(Optional.of("unit-b"), Optional.empty())))
                .isEqualTo(1);
        assertThat(store.jobs().retry(selected(Optional.empty(), Optional.of("554 5.7.1"))))
                .isEqualTo(1);
        assertThat(store.jobs().retry(ALL)).isEqualTo(1);
        assertThat(store.jobs().waiting(10)).hasSize(3);
    }

    private static Selection selected(Optional<String> unit, Optional<String> reason) {
        return new Selection(Optional.of("mail"), unit, Optional.empty(), Optional.empty(), reason);
    }

    @Test
    void aLeaseEndsWhenAnotherWorkerClaimsTheJob() {
        JobQueue here = queue("here");
        JobQueue there = queue("there");
        store.jobs().add(jobs("mail", 1));
        ClaimedJob first = here.claim("mail|*", 1, false, 0).jobs().get(0);
        assertThat(here.isHeld(first.id(), first.token())).isTrue();
        assertThat(there.isHeld(first.id(), first.token())).isFalse();
        here.release(List.of(first));
        ClaimedJob second = there.claim("mail|*", 1, false, 0).jobs().get(0);
        assertThat(here.isHeld(first.id(), first.token())).isFalse();
        assertThat(second.token()).isGreaterThan(first.token());
    }

    @Test
    void whatWasClaimedAndIsNotInHandIsGivenBack() {
        JobQueue here = queue("here");
        store.jobs().add(jobs("mail", 2));
        List<ClaimedJob> claimed = here.claim("mail|*", 2, false, 0).jobs();
        ClaimedJob known = claimed.get(0);
        here.releaseForgotten(() -> Set.of(JobQueue.key(known.id(), known.token())));
        assertThat(here.isHeld(known.id(), known.token())).isTrue();
        assertThat(here.claim("mail|*", 2, false, 0).jobs())
                .extracting(ClaimedJob::id)
                .containsExactly(claimed.get(1).id());
    }

    @Test
    void aNodeJudgesOthersOnlyAfterItWasHeardItselfWithoutAGap() {
        AtomicLong nanos = new AtomicLong();
        JobNodes dead = new JobNodes(transactions, sql, clockIn(Duration.ofHours(-1)), "dead", nanos::get);
        dead.beat();
        queue("dead").claim(added("mail"), 1, false, 0);
        JobNodes survivor = new JobNodes(transactions, sql, store.clock(), "survivor", nanos::get);
        assertThat(survivor.beat()).isZero();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos()); // frozen, or the database was away
        assertThat(survivor.beat()).isZero();
        assertThat(beatFor(survivor, nanos, Duration.ofSeconds(18))).isZero();
        assertThat(beatFor(survivor, nanos, Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(queue("survivor").readyLanes(Set.of("mail"))).containsExactly("mail|*");
    }

    @Test
    void aNodeNeverJudgesItself() {
        AtomicLong nanos = new AtomicLong();
        JobNodes late = new JobNodes(transactions, sql, clockIn(Duration.ofHours(-1)), "late", nanos::get);
        late.beat();
        queue("late").claim(added("mail"), 1, false, 0);
        assertThat(beatFor(late, nanos, Duration.ofSeconds(60))).isZero();
    }

    private static int beatFor(JobNodes node, AtomicLong nanos, Duration time) {
        int taken = 0;
        for (long second = 0; second < time.toSeconds(); second += JobNodes.HEARTBEAT.toSeconds()) {
            nanos.addAndGet(JobNodes.HEARTBEAT.toNanos());
            taken += node.beat();
        }
        return taken;
    }

    private Clock clockIn(Duration ahead) {
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    private String added(String type) {
        store.jobs().add(jobs(type, 1));
        return type + "|*";
    }

    JobQueue queue(String owner) {
        return new JobQueue(
                transactions, sql, new FirstRows(sql, isEmbedded()), new FairScheduling(), store.clock(), owner);
    }

    static List<NewJob> jobs(String type, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NewJob.now(JobId.of(type, "job-" + i), ""))
                .toList();
    }

    void untilNothingWaits() {
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(store.jobs().waiting(10)).isEmpty());
    }
}
