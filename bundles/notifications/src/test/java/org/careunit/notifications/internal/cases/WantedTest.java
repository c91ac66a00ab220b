package org.careunit.notifications.internal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.careunit.notifications.internal.cases.Wanted.isWanted;

import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.Events;
import org.careunit.notifications.internal.recipients.Recipient;
import org.careunit.notifications.internal.recipients.Recipient.RegionalAdministrator;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.storage.StoredCase;
import org.careunit.storage.StoredCase.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WantedTest {

    private static final HsaId ANNA = new HsaId("SE1111111111-ANNA");
    private static final HsaId BO = new HsaId("SE1111111111-BO");
    private static final Recipient RECEPTION = new UnitAddress("1234");

    @ParameterizedTest
    @CsvSource({"OPEN, true", "WAITING, true", "ANSWERED, false", "READ, false", "WITHDRAWN, false", "CLOSED, false"})
    void aNewCaseIsNewsUntilItIsHandled(Phase phase, boolean wanted) {
        assertThat(isWanted(Topic.NEW_CASE, RECEPTION, subject(phase, BO))).isEqualTo(wanted);
        assertThat(isWanted(Topic.GIVEN, new StaffMember(BO), subject(phase, BO)))
                .isEqualTo(wanted);
    }

    @Test
    void aCaseThatWasGivenIsNewsForItsHandlerAlone() {
        assertThat(isWanted(Topic.GIVEN, new StaffMember(ANNA), subject(Phase.OPEN, BO)))
                .isFalse();
        assertThat(isWanted(Topic.GIVEN, new RegionalAdministrator(BO), subject(Phase.OPEN, BO)))
                .isFalse();
        assertThat(isWanted(Topic.NEW_CASE, new StaffMember(ANNA), subject(Phase.OPEN, BO)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void whatIsAboutNoCaseIsAlwaysWanted(Phase phase) {
        assertThat(isWanted(Topic.TEST, new StaffMember(ANNA), subject(phase, BO)))
                .isTrue();
        assertThat(isWanted(Topic.ADMINISTRATOR_LOST, new RegionalAdministrator(ANNA), subject(phase, BO)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"REPLY", "FIRST_REPLY", "OVERDUE", "UNREAD", "CASE_WAITING"})
    void whatNothingRaisesHasNoRule(Topic topic) {
        assertThatThrownBy(() -> isWanted(topic, RECEPTION, subject(Phase.OPEN, BO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StoredCase subject(Phase phase, HsaId handler) {
        return new StoredCase(
                Events.CASE,
                phase,
                Optional.empty(),
                Optional.empty(),
                Optional.of(handler),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
