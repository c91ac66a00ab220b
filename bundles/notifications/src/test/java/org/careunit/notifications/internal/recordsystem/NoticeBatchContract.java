package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.PERMANENT_FAILURE;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.api.messages.MessageState.SENDING;
import static org.careunit.notifications.internal.Events.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.notifications.internal.intake.EventJson;
import org.careunit.notifications.internal.intake.EventType;
import org.careunit.storage.StoredEvent;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobOutcome;
import org.careunit.storage.jobs.Jobs;
import org.junit.jupiter.api.Test;

/** Notices that one job run sends together, on every database. */
abstract class NoticeBatchContract extends CaseNoticesFixture {

    @Test
    void noticesOfSeveralCasesLeaveTogetherUntilOneHasNoAnswer() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        for (int number = 1; number <= 4; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        system.answers.add(RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "AA"));
        system.answers.add(refusal());
        system.answers.add(RecordSystemAnswer.none("silence"));
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);

        assertThat(system.told()).hasSize(3);
        assertThat(outcomes)
                .extracting(outcome -> (Object) outcome.getClass())
                .containsExactly(
                        JobOutcome.Done.class,
                        JobOutcome.Never.class,
                        JobOutcome.TryLater.class,
                        JobOutcome.NotNow.class);
        store.transactions()
                .run(() -> outcomes.forEach(outcome -> outcome.alongside().run()));
        assertThat(jobs)
                .extracting(job -> store.messages()
                        .find(UUID.fromString(job.id().key()))
                        .orElseThrow()
                        .state())
                .containsExactly(DELIVERED, PERMANENT_FAILURE, SENDING, QUEUED);
    }

    @Test
    void aResidentOfWhomTheHostCannotSayAnythingKeepsNoOtherNoticeWaiting() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        system.mayNameResident = true;
        residents.setHost(ref -> {
            if (ref.id().equals("together-2")) {
                throw new UnavailableException("not now");
            }
            return Optional.empty();
        });
        for (int number = 1; number <= 3; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);

        assertThat(outcomes)
                .extracting(outcome -> (Object) outcome.getClass())
                .containsExactly(JobOutcome.Done.class, JobOutcome.NotNow.class, JobOutcome.Done.class);
        assertThat(system.told()).hasSize(2);
        assertThat(store.messages().find(UUID.fromString(jobs.get(1).id().key())))
                .hasValueSatisfying(row -> assertThat(row.state()).isEqualTo(QUEUED));
    }

    @Test
    void anErrorAboutOneNoticeHasTheOthersSentOnce() throws Exception {
        passTheTest();
        store.handlers.remove(sending);
        for (int number = 1; number <= 3; number++) {
            receive(new CaseRef(UNIT, "together-" + number));
        }
        system.errorAt = system.notices.size() + 2;
        List<Job> jobs =
                store.jobs().waiting(10).stream().map(Jobs.Waiting::job).toList();

        List<JobOutcome> outcomes = sending.runTogether(jobs);
        store.transactions().run(() -> sending.writeTogether(outcomes));

        assertThat(system.told()).hasSize(3);
        assertThat(jobs)
                .extracting(job -> store.messages()
                        .find(UUID.fromString(job.id().key()))
                        .orElseThrow()
                        .state())
                .containsExactly(DELIVERED, SENDING, DELIVERED);
    }

    private void receive(CaseRef subject) {
        CaseEvent event = new CaseEvent(
                new EventId("received-" + subject.id()),
                Instant.ofEpochSecond(++time),
                subject,
                OptionalLong.empty(),
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        store.transactions().run(() -> {
            store.events()
                    .add(List.of(new StoredEvent(
                            event.id().value(),
                            EventType.of(event).wireName(),
                            Optional.of(subject),
                            event.sequence(),
                            event.occurredAt(),
                            new EventJson().write(event))));
            notices.follow(event);
        });
    }
}
