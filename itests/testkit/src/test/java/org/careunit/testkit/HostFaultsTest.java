package org.careunit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.careunit.api.events.CaseChange;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.host.UnreadAnswers;
import org.careunit.api.identity.CaseRef;
import org.careunit.testkit.fakes.Canary;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a host's answer is instead of the right one: what depends on it waits, and comes when the host is back. */
@ExtendWith(CareunitExtension.class)
class HostFaultsTest {

    private static final Duration STEP = Duration.ofHours(6);

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAVAILABLE", "NULL", "THROWS"})
    void aReminderWaitsForTheHost(Fault fault, Careunit careunit) {
        CaseRef ref = answered(careunit);
        careunit.host().faults().set(fault);
        careunit.advance(Duration.ofDays(5), STEP);
        assertThat(toResident(careunit)).isEmpty();
        careunit.host().faults().mend();
        careunit.advance(Duration.ofDays(2), STEP);
        assertThat(toResident(careunit)).as("reminders of %s", ref).hasSize(1);
        assertThat(careunit.observed().ledger())
                .allSatisfy(row -> assertThat(Canary.PERSON.foundIn(row)).isEmpty());
    }

    /** The fault's exception has the person's name in its message. */
    @Test
    void aFailureOfTheHostsIsLoggedWithoutItsWords(Careunit careunit) {
        CaseRef ref = answered(careunit);
        careunit.host().put(ref, Canary.PERSON.identity());
        careunit.host().faults().set(Fault.THROWS);
        String logged = printedWhile(() -> careunit.advance(Duration.ofDays(5), STEP));
        assertThat(logged).contains("IllegalStateException");
        assertThat(Canary.PERSON.foundIn(logged)).isEmpty();
    }

    private static String printedWhile(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSlowHostIsWaitedFor(Careunit careunit) {
        answered(careunit);
        careunit.host().faults().slowFor(Duration.ofMillis(200));
        careunit.advance(Duration.ofDays(5), STEP);
        assertThat(toResident(careunit)).hasSize(1);
    }

    @Test
    void withoutTheServiceEventsAloneSayWhatIsUnread(Careunit careunit) {
        answered(careunit);
        careunit.removeHost(UnreadAnswers.class);
        careunit.advance(Duration.ofDays(5), STEP);
        assertThat(toResident(careunit)).hasSize(1);
    }

    @Test
    void whatTheResidentHasReadIsNotRemindedOf(Careunit careunit) {
        CaseRef ref = answered(careunit);
        careunit.host().setUnread(ref, false);
        careunit.advance(Duration.ofDays(5), STEP);
        assertThat(toResident(careunit)).isEmpty();
    }

    private static CaseRef answered(Careunit careunit) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        CaseRef ref = unit.caseOf("case-1");
        careunit.host().put(ref, Canary.PERSON.contacts());
        careunit.happens(ref, new CaseChange.Received(unit.type()));
        careunit.happens(ref, new CaseChange.Answered());
        return ref;
    }

    private static List<OutgoingMail> toResident(Careunit careunit) {
        return careunit.mail().sent().stream()
                .filter(mail -> mail.to().value().equals(Canary.PERSON.email()))
                .toList();
    }
}
