package org.careunit.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.messages.MessageState.CANCELLED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.api.messages.MessageState.SENT;
import static org.careunit.api.messages.MessageState.TEMPORARY_FAILURE;
import static org.careunit.notifications.internal.Events.CASE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.messages.MessageState;
import org.careunit.notifications.internal.delivery.EmailChannel;
import org.careunit.notifications.internal.delivery.MessageDispatch;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.delivery.SendMessages;
import org.careunit.notifications.internal.intake.FollowUp;
import org.careunit.notifications.internal.recordsystem.CaseNotices;
import org.careunit.storage.internal.database.JdbcTransactions;
import org.careunit.storage.internal.database.Sql;
import org.careunit.storage.internal.messages.JdbcCases;
import org.careunit.storage.internal.messages.JdbcEventLog;
import org.careunit.storage.internal.messages.JdbcMessageLedger;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs.Waiting;
import org.careunit.storage.messages.LedgerRow;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that one job run sends together, and the statements that it costs, on every database. */
abstract class MessageBatchContract extends OutgoingFixture {

    @Test
    void aSendCostsThreeStatementsHereAndOneOfTheEngines() {
        CountedStatements counted = new CountedStatements(store.pool);
        JdbcTransactions transactions = new JdbcTransactions(counted);
        JdbcMessageLedger own = new JdbcMessageLedger(
                transactions,
                new Sql(transactions, counted),
                store.clock(),
                () -> 1,
                store.settings().isEmbedded());
        SendMessages counting = new EmailChannel.Sending(
                email,
                new MessageDispatch(
                        transactions,
                        own,
                        store.suppressions(),
                        recipients,
                        parts.sendingRules,
                        SettableClock.showing(() -> now)),
                gateway,
                store.jobs());
        town.turnOn("reception@example.org");
        happens("e1", RECEIVED);
        JobOutcome alone = counting.run(sendJobs().get(0).job());
        transactions.run(() -> alone.alongside().run());
        assertThat(states("e1")).containsExactly(SENT);
        assertThat(counted.statements).hasValue(3);
        assertThat(counted.commits).hasValue(2);
        sendAll();
        happens("e2", RECEIVED);
        happens("e3", RECEIVED);
        counted.statements.set(0);
        JobOutcome digest = counting.run(sendJobs().get(0).job());
        transactions.run(() -> digest.alongside().run());
        assertThat(states("e3")).containsExactly(SENT);
        assertThat(counted.statements).hasValue(3);
    }

    @Test
    void messagesThatLeaveTogetherAreSentOnceEachAndRecordedTogether() {
        List<Job> jobs = fourMessages();
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        store.transactions().run(() -> sendMail.writeTogether(outcomes));
        assertThat(states("e1")).containsExactly(SENT, SENT, SENT, SENT);
        assertThat(gateway.sent)
                .extracting(mail -> mail.to().value())
                .containsExactlyInAnyOrder("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        assertThat(gateway.sent).extracting(OutgoingMail::id).doesNotHaveDuplicates();
    }

    @Test
    void eachOfThoseThatLeaveTogetherHasItsOwnAnswer() {
        List<Job> jobs = fourMessages();
        gateway.answers.add(new DeliveryResult(DeliveryStatus.PERMANENT_FAILURE, "550 5.1.1"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.TEMPORARY_FAILURE, "451"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.ACCEPTED, "250"));
        finishAll(sendMail.runTogether(jobs));
        assertThat(statesOf(jobs)).containsExactly(PERMANENT_FAILURE, TEMPORARY_FAILURE, SENT, SENT);
    }

    @Test
    void behindOneThatTheGatewayCouldNotTakeTheOthersWaitUnasked() {
        List<Job> jobs = fourMessages();
        gateway.answers.add(new DeliveryResult(DeliveryStatus.ACCEPTED, "250"));
        gateway.answers.add(new DeliveryResult(DeliveryStatus.UNAVAILABLE, "The mail server refuses our login"));
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        finishAll(outcomes);
        assertThat(gateway.sent).hasSize(2);
        assertThat(statesOf(jobs)).containsExactly(SENT, QUEUED, QUEUED, QUEUED);
        assertThat(outcomes.get(1)).isInstanceOf(JobOutcome.Rest.class);
        assertThat(outcomes.subList(2, 4)).allSatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(JobOutcome.NotNow.class, waits -> assertThat(waits.pause())
                        .isZero()));
        assertThat(rows("e1")).extracting(LedgerRow::attempts).containsExactlyInAnyOrder(1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class, StackOverflowError.class})
    void aGatewayThatThrowsAtOneHasTheOthersSentOnce(Class<? extends Throwable> fault) {
        List<Job> jobs = fourMessages();
        gateway.before = () -> {
            if (gateway.sent.size() == 1) {
                gateway.before = () -> {};
                throwAnew(fault);
            }
        };
        List<JobOutcome> outcomes = sendMail.runTogether(jobs);
        finishAll(outcomes);
        assertThat(gateway.sent).hasSize(3);
        assertThat(outcomes.get(1)).isInstanceOf(JobOutcome.TryLater.class);
        assertThat(statesOf(jobs)).containsExactly(SENT, SENDING, SENT, SENT);
    }

    private static void throwAnew(Class<? extends Throwable> fault) {
        try {
            throw fault.getDeclaredConstructor().newInstance();
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new AssertionError("Not to be made", checked);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreOrHeldBackDoesNotLeaveWithTheOthers() {
        town.turnOn("a@example.org", "b@example.org");
        happens("e1", RECEIVED);
        happens(event("other", "c-2", 2, RECEIVED));
        build(Map.of("digestMinutes", "0"));
        happens("e2", new CaseChange.Withdrawn());
        holdBack("b@example.org");
        List<Job> jobs = sendJobs().stream().map(Waiting::job).toList();
        finishAll(sendMail.runTogether(jobs));
        assertThat(gateway.sent)
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().value()).isEqualTo("a@example.org"));
        assertThat(states("e1")).containsExactlyInAnyOrder(CANCELLED, CANCELLED);
    }

    /** Messages about one case, to four addresses, in the order of their jobs. */
    private List<Job> fourMessages() {
        town.turnOn("a@example.org", "b@example.org", "c@example.org", "d@example.org");
        happens("e1", RECEIVED);
        return sendJobs().stream().map(Waiting::job).toList();
    }

    private void finishAll(List<JobOutcome> outcomes) {
        store.transactions()
                .run(() -> outcomes.forEach(outcome -> outcome.alongside().run()));
    }

    private List<MessageState> statesOf(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job ->
                        store.messages().ofMessage(UUID.fromString(job.id().key())).stream())
                .map(LedgerRow::state)
                .toList();
    }

    /**
     * The events, the cases, the messages, and what the record system was told of these cases by which events; beside
     * those that add and remove jobs, which are the engine's.
     */
    @Test
    void fiftyFollowUpsOfAUnitAreFiveStatementsOnPostgres() {
        town.turnOn("reception@example.org");
        build(Map.of("digestMinutes", "0"));
        CountedStatements counted = new CountedStatements(store.pool);
        JdbcTransactions transactions = new JdbcTransactions(counted);
        FollowUp counting = counting(transactions, new Sql(transactions, counted));
        intake.accept(new Actor.Host("test"), newCases(50));
        List<Job> jobs = store.jobs().waiting(100).stream().map(Waiting::job).toList();
        List<JobOutcome> outcomes = counting.runTogether(jobs);
        transactions.run(() -> counting.writeTogether(outcomes));
        assertThat(sendJobs()).hasSize(50);
        // H2 locks case by case and runs a batch row by row, in this process.
        assertThat(counted.statements)
                .hasValue(store.settings().isEmbedded() ? 1 + 50 + 50 + 1 + 1 : 1 + 1 + 1 + 1 + 1);
        assertThat(counted.commits).hasValue(1);
    }

    private FollowUp counting(JdbcTransactions transactions, Sql sql) {
        boolean embedded = store.settings().isEmbedded();
        JdbcCases cases = new JdbcCases(transactions, sql, embedded);
        JdbcMessageLedger rows = new JdbcMessageLedger(transactions, sql, store.clock(), () -> 1, embedded);
        Outbox counted = new Outbox(
                rows,
                store.suppressions(),
                cases,
                store.jobs(),
                parts.window,
                recipients,
                List.of(email),
                store.clock());
        JdbcEventLog events = new JdbcEventLog(sql);
        CaseNotices ofRecordSystems =
                new CaseNotices(town.settings, parts.rules, rows, events, cases, store.jobs(), store.clock());
        return new FollowUp(events, cases, parts.facts, counted, parts.cancelled, ofRecordSystems, store.changes());
    }

    private static List<CaseEvent> newCases(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new CaseEvent(
                        new EventId("new-" + i),
                        Instant.ofEpochSecond(1),
                        new CaseRef(CASE.unit(), "new-" + i),
                        OptionalLong.empty(),
                        RECEIVED))
                .toList();
    }
}
