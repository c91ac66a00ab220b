package org.careunit.itests.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.changes.ChangeNotices;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.CareunitExtension;
import org.careunit.testkit.fakes.FakeDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The module's unit tests: what it does in a container, it does with Careunit in memory. */
@ExtendWith(CareunitExtension.class)
class UnitJoinsTest {

    private final ChangeListener noticing = new ChangeListener();

    @BeforeEach
    void connect(Careunit careunit) {
        careunit.register(RecordSystem.class, new ExampleRecordSystem(), Map.of(RecordSystem.UNITS, new String[] {
            Participants.UNIT
        }));
        careunit.register(EventHandler.class, noticing, Map.of(EventConstants.EVENT_TOPIC, ChangeNotices.TOPIC));
        FakeDirectory directory = careunit.directory();
        directory.put(childHealthCentre());
        directory.put(FakeDirectory.unit(new HsaId(Participants.NEW_UNIT), Participants.NEW_UNIT_NAME));
        StaffId regional = new StaffId(Participants.REGIONAL);
        directory.put(regional, FakeDirectory.staff(regional, "Test", "Exempelsson"));
        Participants.NUMBERS.forEach((staff, number) -> {
            StaffId id = new StaffId(staff);
            directory.put(id, FakeDirectory.staff(id, "Test", "Exempelsson"));
            directory.know(new PersonNumber(number.replaceAll("\\D", "")), id);
        });
    }

    @Test
    void aUnitJoinsAndAnotherBecomesReady(Careunit careunit) {
        assertThat(careunit.component(UnitJoin.class).tell()).allSatisfy(UnitJoinsTest::isAsExpected);
        careunit.awaitIdle();
        PreparationResult prepared = careunit.component(UnitPreparation.class).tell();
        assertThat(prepared.steps()).allSatisfy(UnitJoinsTest::isAsExpected);
        assertThat(prepared.after().ready()).isTrue();
        assertThat(noticing.noticed()).anyMatch(notice -> notice.startsWith("settings|unit|" + Participants.UNIT));
    }

    private static void isAsExpected(Step step) {
        assertThat(step.expected()).as(step.line()).isTrue();
    }

    private static UnitEntry childHealthCentre() {
        UnitEntry usual = FakeDirectory.unit(new HsaId(Participants.UNIT), Participants.UNIT_NAME);
        return new UnitEntry(
                usual.id(),
                usual.name(),
                Optional.of(Participants.UNIT_ATTRIBUTES.get("telephoneNumber")),
                List.of("Exempelmottagningen", "Exempelgatan 1", "169 00 Solna"),
                usual.visitingAddress(),
                usual.directions(),
                usual.openingHours(),
                usual.telephoneHours(),
                usual.dropInHours(),
                List.of(Participants.UNIT_ATTRIBUTES.get("hsaBusinessClassificationCode")),
                usual.page(),
                usual.ownPage());
    }
}
