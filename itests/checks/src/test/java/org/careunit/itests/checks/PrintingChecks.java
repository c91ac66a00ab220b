package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.casetypes.NamedResidents;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.finding.ApprovedResidents;
import org.careunit.api.finding.Resident;
import org.careunit.api.finding.UnitFinder;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.history.Saved;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.LedgerEntry;
import org.careunit.api.messages.Messages;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.terms.TermsToAccept;
import org.careunit.testkit.fakes.Canary;
import org.junit.jupiter.api.Test;

/** What records say of themselves, in logs and exceptions: nothing of a person. */
abstract class PrintingChecks extends HostChecks {

    private static final Canary PERSON = Canary.PERSON;
    private static final String PSEUDONYM_OF_PERSON = "kanarie-4711";

    private static void isHidden(Object... records) {
        for (Object record : records) {
            String shown = String.valueOf(record) + List.of(record) + Optional.of(record);
            assertThat(PERSON.foundIn(shown)).as(record.getClass().getName()).isEmpty();
            assertThat(shown).as(record.getClass().getName()).doesNotContain(PSEUDONYM_OF_PERSON);
        }
    }

    @Test
    void identifiersOfPersons() {
        isHidden(
                new PersonNumber(PERSON.number()),
                new EmailAddress(PERSON.email()),
                new TelephoneNumber(PERSON.telephone()),
                new ResidentPseudonym(PSEUDONYM_OF_PERSON),
                new Actor.Resident(PSEUDONYM_OF_PERSON));
    }

    @Test
    void residents() {
        Resident resident = resident().withPseudonym(Optional.of(new ResidentPseudonym(PSEUDONYM_OF_PERSON)));
        isHidden(resident, UnitFinder.Search.all(resident, now()));
        assertThat(resident.toString()).doesNotContain("1990");
    }

    @Test
    void whatTheHostAnswers() {
        isHidden(
                PERSON.contacts(),
                PERSON.identity(),
                new ClosedCase.Message(now(), Optional.empty(), PERSON.text()),
                new ClosedCase.Attachment(PERSON.name() + ".pdf", "application/pdf", () -> null),
                new ClosedCase(
                        unit.caseOf("1"),
                        unit.type(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.of(PERSON.text()),
                        List.of(new ClosedCase.Message(now(), Optional.empty(), PERSON.text())),
                        List.of()));
    }

    @Test
    void approvalsNamingsAndReceipts() {
        ResidentPseudonym resident = new ResidentPseudonym(PSEUDONYM_OF_PERSON);
        service(NamedResidents.class).name(administrator, unit.id(), unit.type(), resident);
        isHidden(
                service(ApprovedResidents.class)
                        .approve(administrator, unit.id(), resident, Optional.of(LocalDate.of(2030, 1, 1))),
                service(NamedResidents.class).ofType(administrator, unit.id(), unit.type()));
        TermsAcceptance acceptance = service(TermsAcceptance.class);
        TermsToAccept read = acceptance.toAccept(HOST, unit.id(), unit.type(), resident);
        isHidden(read, acceptance.accept(HOST, unit.id(), unit.type(), resident, read.version()));
    }

    @Test
    void staffAndWhatTheyChoose() {
        StaffEntry entry = new StaffEntry(
                unit.receiver(),
                Optional.of(PERSON.name()),
                Optional.of("Provsson"),
                Optional.empty(),
                Optional.of(new EmailAddress(PERSON.email())),
                Optional.of(PERSON.telephone()),
                false,
                Optional.empty(),
                Optional.empty());
        PersonalChoices choices = PersonalChoices.NONE
                .withDisplayName(Optional.of(PERSON.name()))
                .withMailAddress(Optional.of(new EmailAddress(PERSON.email())));
        isHidden(entry, choices, new Saved.Change("/displayName", Optional.of(PERSON.name()), Optional.empty()));
    }

    @Test
    void aProfileAndItsHistory() {
        StaffId staff = unit.receiver();
        Actor self = new Actor.Staff(staff);
        PersonalSettings personal = service(PersonalSettings.class);
        Profile before = personal.read(self, unit.id(), staff);
        Profile after = personal.save(
                self, unit.id(), staff, before.choices().withDisplayName(Optional.of(PERSON.name())), before.version());
        assertThat(after.displayName()).isEqualTo(PERSON.name());
        isHidden(after, personal.history(self, unit.id(), staff));
    }

    @Test
    void mailsAndTheLedger() {
        careunit.host().put(unit.caseOf("hidden"), PERSON.contacts());
        careunit.happens(unit.caseOf("hidden"), received());
        List<OutgoingMail> sent = careunit.mail().sent();
        List<LedgerEntry> ledger = new ArrayList<>(service(Messages.class).about(OPERATOR, unit.caseOf("hidden")));
        assertThat(ledger).isNotEmpty();
        isHidden(sent, ledger);
        assertThat(ledger.toString()).doesNotContain("mottagning@example.org");
    }
}
