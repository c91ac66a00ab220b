package org.careunit.api.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.host.CaseContacts.Contacts;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.host.ClosedCases.ArchivedPackage;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.paging.Page;
import org.junit.jupiter.api.Test;

class HostRecordsTest {

    private static final CaseRef REF = new CaseRef(new HsaId("SE1111111111-UNIT1"), "case-1");
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void nothingPersonalIsPrintedByAccident() {
        Message said = new Message(THEN, Optional.empty(), "Jag har ont i halsen");
        Attachment file = new Attachment("Tolvan Tolvansson.pdf", "application/pdf", InputStream::nullInputStream);
        ClosedCase ended = ended(THEN.plusSeconds(1), List.of(said), List.of(file));
        Identity identity = new Identity(new PersonNumber("191212121212"), Optional.of("Tolvan Tolvansson"));
        Contacts contacts = new Contacts(
                Optional.of(new EmailAddress("tolvan@example.org")), Optional.of(new TelephoneNumber("+46701740605")));
        String printed = List.of(said, file, ended, new Page<>(List.of(ended), Optional.empty()), identity, contacts)
                .toString();
        assertThat(printed)
                .contains("SE1111111111-UNIT1/case-1", "application/pdf")
                .doesNotContain("Tolvan", "tolvan", "halsen", "1212", "740605");
    }

    @Test
    void aCaseEndsAfterItHasBegunAndAPackageHasASeal() {
        assertThatThrownBy(() -> ended(THEN.minusNanos(1), List.of(), List.of()))
                .hasMessage("SE1111111111-UNIT1/case-1 was closed before it was received");
        assertThatThrownBy(() -> new ArchivedPackage("paket.zip", "AB", THEN)).hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> new ArchivedPackage(" ", "0".repeat(64), THEN)).hasMessageContaining("name");
        assertThat(new ArchivedPackage("paket.zip", "0".repeat(64), THEN).name())
                .isEqualTo("paket.zip");
    }

    private static ClosedCase ended(Instant closedAt, List<Message> said, List<Attachment> files) {
        return new ClosedCase(REF, new CaseTypeKey("boka-tid"), THEN, closedAt, Optional.empty(), said, files);
    }
}
