package org.careunit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.careunit.api.events.CaseChange;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kit's Careunit is up at once, and does what the real one does. */
@ExtendWith(CareunitExtension.class)
class CareunitTest {

    @Test
    void aReadyUnitHasNothingLeftOnItsChecklist(Careunit careunit, Readiness readiness) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        Checklist checklist = readiness.of(unit.asAdministrator(), unit.id());
        assertThat(checklist.ready()).as("%s", checklist).isTrue();
    }

    @Test
    void newCasesAreToldByMail(Careunit careunit) {
        UnitUnderTest unit = careunit.units().ready("SE1111111111-KIT");
        careunit.happens(unit.caseOf("case-1"), new CaseChange.Received(unit.type()));
        assertThat(careunit.mail().sent())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to().value()).isEqualTo("mottagning@example.org"));
        careunit.advance(Duration.ofDays(10), Duration.ofHours(12));
        assertThat(careunit.mail().sent()).hasSizeGreaterThan(1);
    }
}
