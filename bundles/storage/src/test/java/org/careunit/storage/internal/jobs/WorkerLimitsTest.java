package org.careunit.storage.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.careunit.storage.internal.jobs.WorkerLimits.Group;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobId;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Resting;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;

class WorkerLimitsTest {

    private static final String LANE = "mail|a";

    private final AtomicLong nanos = new AtomicLong(Duration.ofHours(1).toNanos());
    private final Clock clock = SettableClock.showing(() -> Instant.EPOCH.plusNanos(nanos.get()));
    private final WorkerLimits limits = new WorkerLimits(16, clock, nanos::get);
    private final JobHandler mail = handler("mail", 4, 1);

    @Test
    void aLaneHasRoomForItsFreeWorkers() {
        assertThat(limits.room(LANE, handler("mail", 4, 1))).isEqualTo(4 + 4); // as many ahead as it is fresh
        later(Duration.ofSeconds(1));
        assertThat(limits.room(LANE, mail)).isEqualTo(4);
        claim(LANE, mail, 3);
        assertThat(limits.room(LANE, mail)).isEqualTo(1);
    }

    @Test
    void noMoreStartThanALaneOrATypeAllows() {
        claim(LANE, mail, 10);
        assertThat(startAll()).hasSize(4);
        for (int lane = 0; lane < 10; lane++) {
            claim("mail|b" + lane, mail, 4);
        }
        assertThat(startAll()).hasSize(12 - 4); // three quarters of the node's workers
    }

    @Test
    void nothingIsClaimedAheadOfALaneThatHangs() {
        claim(LANE, mail, 4);
        startAll();
        later(Duration.ofSeconds(1));
        assertThat(limits.room(LANE, mail)).isZero();
    }

    @Test
    void whatWaitsInALaneThatHangsIsGivenBack() {
        JobHandlers handlers = new JobHandlers();
        handlers.add(mail);
        claim(LANE, mail, 6);
        startAll();
        assertThat(limits.stuck(handlers)).isEmpty();
        later(Duration.ofMillis(1_100));
        assertThat(limits.stuck(handlers)).hasSize(2);
    }

    @Test
    void whatWaitsForAHandlerThatIsGoneIsGivenBack() {
        claim(LANE, mail, 6);
        assertThat(limits.stuck(new JobHandlers())).hasSize(6);
    }

    @Test
    void aLaneRestsAndComesBackWithOneJob() {
        claim(LANE, mail, 1);
        Group group = startAll().get(0);
        limits.rest(LANE, mail, Duration.ZERO, "down");
        limits.ended(group);
        assertThat(limits.room(LANE, mail)).isZero();
        assertThat(limits.resting()).extracting(Resting::lane).containsExactly(LANE);
        assertThat(limits.newestFirst(LANE)).isTrue();
        later(Duration.ofMillis(1_001));
        assertThat(limits.resting()).isEmpty();
        assertThat(limits.room(LANE, mail)).isEqualTo(1);
    }

    @Test
    void aLookThatEndsAfterTheRestBeganDoesNotTurnTheOrder() {
        claim(LANE, mail, 1);
        limits.rest(LANE, mail, Duration.ZERO, "down");
        limits.claimed(LANE, mail, List.of(), false);
        assertThat(limits.newestFirst(LANE)).isTrue();
        later(Duration.ofSeconds(2));
        limits.claimed(LANE, mail, List.of(), false);
        assertThat(limits.newestFirst(LANE)).isFalse();
    }

    @Test
    void eachSuccessDoublesWhatMayRun() {
        limits.rest(LANE, mail, Duration.ofSeconds(1), "down");
        later(Duration.ofSeconds(2));
        claim(LANE, mail, 20);
        List<Group> first = startAll();
        assertThat(first).hasSize(1);
        limits.ended(first.get(0));
        limits.succeeded(first.get(0));
        assertThat(startAll()).hasSize(2);
        limits.succeeded(first.get(0));
        assertThat(startAll()).hasSize(2);
    }

    @Test
    void thePausesOfTheEngineGrow() {
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            limits.rest(LANE, mail, Duration.ZERO, "down");
            Resting resting = limits.resting().get(0);
            assertThat(Duration.between(resting.since(), resting.until())).isEqualTo(Duration.ofSeconds(seconds));
            later(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void ourFaultThreeTimesInARowRestsTheType() {
        claim(LANE, mail, 1);
        Group group = startAll().get(0);
        limits.ourFault(group, "554");
        limits.ourFault(group, "554");
        limits.succeeded(group);
        limits.ourFault(group, "554");
        limits.ourFault(group, "554");
        assertThat(limits.resting()).isEmpty();
        limits.ourFault(group, "554");
        assertThat(limits.resting()).extracting(Resting::lane).containsExactly("mail");
        limits.wake("mail");
        assertThat(limits.resting()).isEmpty();
    }

    @Test
    void jobsThatAreDoneTogetherAreOfOneShareThatDoesNotRun() {
        JobHandler together = oneShareAtATime(3);
        limits.claimed(
                "follow|*", together, List.of(job("a", 1), job("b", 2), job("a", 3), job("a", 4), job("a", 5)), false);
        List<Group> groups = startAll();
        assertThat(groups).extracting(group -> group.jobs().size()).containsExactly(3, 1);
        limits.ended(groups.get(0));
        assertThat(startAll()).extracting(group -> group.jobs().size()).containsExactly(1);
    }

    @Test
    void otherJobsAreSpreadOverTheWorkersThatAreFree() {
        JobHandler together = handler("sms", 4, 8);
        limits.claimed(
                "sms|*",
                together,
                IntStream.range(0, 10).mapToObj(i -> job("a", i)).toList(),
                false);
        List<Group> groups = startAll();
        assertThat(groups).extracting(group -> group.jobs().size()).containsExactly(3, 3, 2, 2);
        limits.claimed(
                "sms|*",
                together,
                IntStream.range(10, 30).mapToObj(i -> job("b", i)).toList(),
                false);
        limits.ended(groups.get(0));
        assertThat(startAll()).extracting(group -> group.jobs().size()).containsExactly(8);
    }

    /** The other lanes wait for the look that claims them. */
    @Test
    void noLookClaimsMoreThanFourHundredHoweverManyAreDoneTogether() {
        JobHandler together = oneShareAtATime(200);
        assertThat(limits.room("follow|*", together)).isEqualTo(400);
        limits.claimed(
                "follow|*",
                together,
                IntStream.range(0, 400).mapToObj(i -> job("a", i)).toList(),
                true);
        assertThat(limits.room("follow|*", together)).isZero();
        startAll();
        assertThat(limits.room("follow|*", together)).isEqualTo(200);
    }

    @Test
    void twoGroupsAtMostAreClaimedAheadOfWhatIsDoneTogether() {
        JobHandler together = handler("mail", 8, 16);
        assertThat(limits.room(LANE, together)).isEqualTo((8 + 2) * 16);
        limits.claimed(
                LANE,
                together,
                IntStream.range(0, 160).mapToObj(i -> job("a", i)).toList(),
                true);
        assertThat(startAll()).hasSize(8);
        assertThat(limits.room(LANE, together)).isZero();
    }

    @Test
    void newsStartsBeforeASweep() {
        JobHandler sweep = new Sample("sweep", 4, 1, JobHandler.Priority.SWEEP, false);
        claim("sweep|*", sweep, 1);
        claim(LANE, mail, 1);
        assertThat(startAll()).extracting(Group::lane).containsExactly(LANE, "sweep|*");
    }

    @Test
    void aSweepGivesWayToNewsForAsLongAsItsJobTook() {
        JobHandler sweep = new Sample("sweep", 1, 1, JobHandler.Priority.SWEEP, false);
        claim(LANE, mail, 1);
        claim("sweep|*", sweep, 2);
        List<Group> both = startAll();
        assertThat(limits.untilNextPauseEnds()).isEmpty();
        limits.ended(both.get(0));
        later(Duration.ofMillis(30));
        limits.ended(both.get(1));
        assertThat(limits.room("sweep|*", sweep)).isZero();
        assertThat(limits.untilNextPauseEnds()).contains(Duration.ofMillis(30));
        later(Duration.ofMillis(29));
        assertThat(startAll()).isEmpty();
        later(Duration.ofMillis(1));
        assertThat(limits.untilNextPauseEnds()).isEmpty();
        assertThat(startAll()).extracting(Group::lane).containsExactly("sweep|*");
    }

    @Test
    void aLongSweepGivesWayForHalfASecondAtMost() {
        JobHandler sweep = new Sample("sweep", 1, 1, JobHandler.Priority.SWEEP, false);
        claim(LANE, mail, 1);
        claim("sweep|*", sweep, 2);
        List<Group> both = startAll();
        later(Duration.ofSeconds(20));
        limits.ended(both.get(0));
        limits.ended(both.get(1));
        assertThat(limits.untilNextPauseEnds()).contains(Duration.ofMillis(500));
    }

    @Test
    void aSweepDoesNotPauseWhereNoNewsComes() {
        JobHandler sweep = new Sample("sweep", 1, 1, JobHandler.Priority.SWEEP, false);
        claim(LANE, mail, 1);
        limits.ended(startAll().get(0));
        later(Duration.ofMillis(200));
        claim("sweep|*", sweep, 2);
        Group first = startAll().get(0);
        later(Duration.ofMillis(30));
        limits.ended(first);
        assertThat(startAll()).hasSize(1);
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void claim(String lane, JobHandler handler, int count) {
        limits.claimed(
                lane,
                handler,
                IntStream.range(0, count).mapToObj(i -> job("", i)).toList(),
                false);
    }

    private List<Group> startAll() {
        List<Group> started = new java.util.ArrayList<>();
        for (Optional<Group> next = limits.start(); next.isPresent(); next = limits.start()) {
            started.add(next.get());
        }
        return started;
    }

    private ClaimedJob job(String share, int number) {
        return new ClaimedJob(
                JobId.of("mail", "job-" + number),
                "",
                0,
                clock.instant(),
                1,
                false,
                Optional.of(share).filter(word -> !word.isEmpty()),
                Optional.empty());
    }

    private static JobHandler handler(String type, int workers, int together) {
        return new Sample(type, workers, together, JobHandler.Priority.NEWS, false);
    }

    private static JobHandler oneShareAtATime(int together) {
        return new Sample("follow", 4, together, JobHandler.Priority.NEWS, true);
    }

    private record Sample(
            String type, int workersPerDestination, int together, Priority priority, boolean isOneShareAtATime)
            implements JobHandler {
        @Override
        public JobOutcome run(Job job) {
            return JobOutcome.done();
        }
    }
}
