package org.careunit.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.careunit.api.access.Colleague;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.history.Saved;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ResidentIdentities;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One false person is put into every record that can hold one; what the records print has nothing of them. */
class PersonsAreNotPrintedTest {

    private static final StaffId STAFF = new StaffId("SE1111111111-ANNA");
    private static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");
    private static final EmailAddress MAIL = new EmailAddress("kanarie.fagel@example.org");
    private static final TelephoneNumber PHONE = new TelephoneNumber("+46701740605");
    private static final PersonNumber NUMBER = new PersonNumber("189001189811");
    private static final String PSEUDONYM = "kanarie-r-1";
    private static final ResidentHash HASH = new ResidentHash("ca".repeat(32));
    private static final PersonalChoices CHOICES = new PersonalChoices(
            Optional.of("Kanarie Fågel"),
            Optional.of("Kanarie Fågel\nBur 3"),
            true,
            true,
            Optional.of(MAIL),
            true,
            Optional.of(PHONE));
    private static final StaffEntry ENTRY = new StaffEntry(
            STAFF,
            Optional.of("Kanarie"),
            Optional.of("Fågel"),
            Optional.of("Burskötare"),
            Optional.of(MAIL),
            Optional.of(PHONE.e164()),
            false,
            Optional.empty(),
            Optional.empty());
    private static final Resident RESIDENT = new Resident(
            LocalDate.of(1890, 1, 18),
            Sex.FEMALE,
            new CountyCode("01"),
            new MunicipalityCode("0184"),
            Optional.of(new ResidentPseudonym(PSEUDONYM)));

    static Stream<Object> records() {
        return Stream.of(
                MAIL,
                PHONE,
                NUMBER,
                new Actor.Resident(PSEUDONYM),
                new ResidentPseudonym(PSEUDONYM),
                HASH,
                CHOICES,
                new Saved<>(
                        1,
                        Optional.of(CHOICES),
                        "staff:" + STAFF,
                        AT,
                        List.of(new Saved.Change(
                                "/displayName", Optional.of("\"Fågel\""), Optional.of("\"Kanarie Fågel\"")))),
                new Profile(
                        STAFF,
                        UNIT,
                        "Kanarie Fågel",
                        "Kanarie Fågel\nBurskötare",
                        Optional.of(MAIL),
                        Optional.of(PHONE),
                        false,
                        CHOICES,
                        1,
                        Optional.of(AT),
                        List.of()),
                new DirectoryAnswer<>(List.of(ENTRY), AT, false),
                new Colleague(STAFF, List.of(ENTRY), true, Optional.empty()),
                RESIDENT,
                new UnitFinder.Search(RESIDENT, AT, Optional.empty(), "kanarie"),
                new ApprovedResidents.Approval(HASH, Optional.empty(), "staff:" + STAFF, AT),
                new NamedResidents.Named(HASH, "staff:" + STAFF, AT),
                new OutgoingMail(UUID.randomUUID(), MAIL, "Till Kanarie", "Hej Fågel"),
                new EmailNotification(true, List.of(MAIL)),
                new CaseContacts.Contacts(Optional.of(MAIL), Optional.of(PHONE)),
                new ResidentIdentities.Identity(NUMBER, Optional.of("Kanarie Fågel")),
                new ClosedCase.Message(AT, Optional.of(STAFF), "Kanarie har ont i foten"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void nothingOfThePersonIsPrinted(Object printed) {
        assertThat(printed.toString())
                .isNotBlank()
                .doesNotContainIgnoringCase("kanarie")
                .doesNotContainIgnoringCase("fågel")
                .doesNotContain("fagel", "740605", "9811", "Burskötare", "Bur 3", "1890");
    }

    @Test
    void theStandInsTellOneFromAnother() {
        assertThat(ENTRY).hasToString("StaffEntry[SE1111111111-ANNA]");
        assertThat(MAIL).hasToString("k***@example.org");
    }
}
