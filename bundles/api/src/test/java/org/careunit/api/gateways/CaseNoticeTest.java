package org.careunit.api.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.junit.jupiter.api.Test;

class CaseNoticeTest {

    private static final CaseRef CASE = new CaseRef(HsaId.of("SE1111111111-A1B2"), "A-17");
    private static final Identity TOLVAN = new Identity(new PersonNumber("191212121212"), Optional.of("Tolvan"));

    @Test
    void printsNothingOfTheResident() {
        assertThat(notice(1))
                .asString()
                .contains("SE1111111111-A1B2/A-17", "CREATED")
                .doesNotContain("1912", "Tolvan");
    }

    @Test
    void theResidentCanBeLeftOut() {
        CaseNotice without = notice(2).withoutResident();
        assertThat(without.resident()).isEmpty();
        assertThat(without.round()).isEqualTo(2);
        assertThat(without.id()).isEqualTo(notice(2).id());
    }

    @Test
    void roundsBeginWithOne() {
        assertThatThrownBy(() -> notice(0)).isInstanceOf(RefusedException.class).hasMessageContaining("not 0");
    }

    @Test
    void aRecordSystemIsNoRecipientToGiveUp() {
        assertThatThrownBy(() -> RecordSystemAnswer.of(DeliveryStatus.PERMANENT_FAILURE, "no"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "AA").notBefore())
                .isEmpty();
    }

    private static CaseNotice notice(int round) {
        return new CaseNotice(new UUID(1, 2), Kind.CREATED, CASE, round, Instant.EPOCH, Optional.of(TOLVAN), false);
    }
}
