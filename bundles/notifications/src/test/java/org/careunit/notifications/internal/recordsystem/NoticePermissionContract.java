package org.careunit.notifications.internal.recordsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.messages.MessageState.DELIVERED;
import static org.careunit.api.messages.MessageState.QUEUED;
import static org.careunit.notifications.internal.Events.UNIT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.careunit.api.events.CaseChange;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.messages.MessageState;
import org.careunit.storage.messages.LedgerRow;
import org.junit.jupiter.api.Test;

/** When a record system may be told of cases, and with which person, on every database. */
abstract class NoticePermissionContract extends CaseNoticesFixture {

    @Test
    void aSwitchThatIsOffTellsNothingAndStopsNoEnding() {
        passTheTest();
        isOn = false;
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        assertThat(rows()).isEmpty();
        isOn = true;
        happens("e2", new CaseChange.Reopened());
        awaitStates(DELIVERED);
        isOn = false;
        happens("e3", new CaseChange.Answered());
        awaitStates(DELIVERED, DELIVERED);
    }

    @Test
    void aChangedRecordSystemIsUntestedAndTwoAreNone() {
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
        passTheTest();
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.PASSED);
        assertThat(systems.status(UNIT).passed()).isPresent();
        assertThat(system.notices)
                .allSatisfy(notice -> assertThat(notice.isTest()).isTrue());
        system.fingerprint = "two";
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
        register.addSystem(new ScriptedRecordSystem(), Map.of(RecordSystem.UNITS, List.of(UNIT.value(), "nonsense")));
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.NONE);
        assertThatThrownBy(() -> systems.test(OPERATOR, UNIT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("two record systems");
        assertThat(store.audit().newest(UNIT, 1)).singleElement().satisfies(row -> assertThat(row.action())
                .isEqualTo("record-system.test"));
    }

    @Test
    void anEndpointForAUnitThatHasNotJoinedIsToldInHealthAndGetsNothing() {
        HsaId stranger = new HsaId("SE1111111111-STRANGER");
        ScriptedRecordSystem theirs = new ScriptedRecordSystem();
        register.addSystem(theirs, Map.of(RecordSystem.UNITS, List.of(stranger.value())));
        assertThatThrownBy(() -> systems.test(OPERATOR, stranger))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(stranger.value());
        assertThat(theirs.notices).isEmpty();
        passTheTest();
        assertThat(health()).startsWith("WARN").contains(stranger.value(), "not registered");
        register.removeSystem(theirs);
        assertThat(health()).startsWith("OK");
    }

    private String health() {
        Result result = new RecordSystemsHealth(register, systems, store.units()).execute();
        return result.getStatus() + " " + result.iterator().next().getMessage();
    }

    @Test
    void aTestThatIsNotAcceptedPassesNothing() {
        system.answers.add(refusal());
        assertThat(systems.test(OPERATOR, UNIT).passed()).isFalse();
        system.fault = new IllegalStateException("Tolvan 191212121212");
        assertThat(systems.test(OPERATOR, UNIT).answer())
                .contains("IllegalStateException")
                .doesNotContain("1912");
        assertThat(systems.status(UNIT).progress()).isEqualTo(Progress.UNTESTED);
    }

    @Test
    void aUnitThatSimulatesTellsItsRecordSystemNothing() {
        passTheTest();
        isSimulated = true;
        happens("e-1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        isSimulated = false;
        happens("e-2", new CaseChange.Answered());
        assertThat(rows()).extracting(LedgerRow::state).containsExactly(MessageState.SIMULATED, MessageState.SIMULATED);
        assertThat(system.told()).isEmpty();
    }

    @Test
    void aNoticeThatWaitedWhenSimulatingBeganDoesNotLeave() {
        happens("e-1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        isSimulated = true;
        passTheTest();
        store.jobs().wake("send-journal");
        awaitStates(MessageState.SIMULATED);
        assertThat(system.told()).isEmpty();
    }

    @Test
    void theResidentIsNamedOnlyWhereNobodyElseCanRead() {
        Identity tolvan = new Identity(new PersonNumber("191212121212"), Optional.of("Tolvan"));
        residents.setHost(ref -> Optional.of(tolvan));
        passTheTest();
        happens("e1", new CaseChange.Received(new CaseTypeKey("kontakta-mig")));
        awaitStates(DELIVERED);
        assertThat(system.notices.get(2).resident()).isEmpty();
        system.mayNameResident = true;
        residents.setHost(ref -> {
            throw new UnavailableException("not now");
        });
        happens("e2", new CaseChange.Reopened());
        awaitStates(DELIVERED, QUEUED);
        residents.setHost(ref -> Optional.of(tolvan));
        await().atMost(PATIENCE).untilAsserted(() -> {
            store.execute("UPDATE job_queue SET due = CURRENT_TIMESTAMP WHERE state = 'LATER'");
            store.jobs().wake(SendCaseNotices.TYPE);
            assertThat(rows()).extracting(LedgerRow::state).containsExactly(DELIVERED, DELIVERED);
        });
        assertThat(system.notices.get(3).resident()).contains(tolvan);
    }
}
