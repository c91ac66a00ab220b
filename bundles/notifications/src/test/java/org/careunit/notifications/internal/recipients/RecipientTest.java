package org.careunit.notifications.internal.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.careunit.api.identity.StaffId;
import org.careunit.notifications.internal.recipients.Recipient.RegionalAdministrator;
import org.careunit.notifications.internal.recipients.Recipient.Resident;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.notifications.internal.recipients.Recipient.UnitDeputy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");

    @Test
    void eachIsFoundAgainByItsKey() {
        List<Recipient> all = List.of(
                new UnitAddress("ab12"),
                new UnitDeputy("ab12", ANNA),
                new StaffMember(ANNA),
                new RegionalAdministrator(ANNA),
                new Resident("2026/17: b c"));
        assertThat(all).allSatisfy(one -> assertThat(Recipient.of(one.key())).contains(one));
        assertThat(all.stream().map(Recipient::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "gone:4711",
                "staff:",
                "staff:Anna",
                "unit-deputy:ab12",
                "regional:SE-",
                ":x",
                "staff SE1111111111-A"
            })
    void whatIsNobodysKeyIsNobody(String key) {
        assertThat(Recipient.of(key)).isEmpty();
    }
}
