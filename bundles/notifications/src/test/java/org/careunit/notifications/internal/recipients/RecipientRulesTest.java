package org.careunit.notifications.internal.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.careunit.api.events.CaseChange;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.messages.Topic;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.notifications.internal.recipients.RecipientRules.Decision;
import org.junit.jupiter.api.Test;

class RecipientRulesTest {

    private static final StaffId ANNA = new StaffId("SE1111111111-ANNA");
    private static final StaffId BO = new StaffId("SE1111111111-BO");
    private static final CaseChange RECEIVED = new CaseChange.Received(new CaseTypeKey("kontakta-mig"));
    private static final Contact BY_EMAIL = Contact.byEmail(new EmailAddress("a@example.org"));
    private static final Contact BY_SMS =
            new Contact(Optional.empty(), Optional.of(new TelephoneNumber("+46700000001")));
    private static final Contact NOWHERE = new Contact(Optional.empty(), Optional.empty());
    private static final ReachableRecipient RECEPTION = new ReachableRecipient(new UnitAddress("1234"), BY_EMAIL);

    @Test
    void aNewCaseIsForTheUnitsAddresses() {
        assertThat(decide(RECEIVED, new Unit(Optional.empty(), List.of(RECEPTION), NOWHERE)))
                .satisfies(decision -> {
                    assertThat(decision.topic()).isEqualTo(Topic.NEW_CASE);
                    assertThat(decision.addressees()).containsExactly(RECEPTION);
                });
        Decision nobody = decide(RECEIVED, new Unit(Optional.empty(), List.of(), NOWHERE));
        assertThat(nobody.addressees()).isEmpty();
        assertThat(nobody.whyNobody().detail()).contains("wants nobody told");
    }

    @Test
    void aCaseThatWasGivenIsForItsHandler() {
        Decision decision = decide(new CaseChange.Given(ANNA, BO), new Unit(Optional.empty(), List.of(), BY_EMAIL));
        assertThat(decision.topic()).isEqualTo(Topic.GIVEN);
        assertThat(decision.addressees())
                .extracting(ReachableRecipient::recipient)
                .containsExactly(new StaffMember(ANNA));
    }

    @Test
    void whoTakesACaseIsNotTold() {
        Decision decision = decide(new CaseChange.Given(BO, BO), new Unit(Optional.empty(), List.of(), BY_EMAIL));
        assertThat(decision.addressees()).isEmpty();
        assertThat(decision.whyNobody().detail()).isEqualTo("Whoever has the case took it");
    }

    @Test
    void whoIsNotReachedIsToldNothingAndTheReasonSaysWhich() {
        CaseChange given = new CaseChange.Given(ANNA, BO);
        assertThat(decide(given, new Unit(Optional.empty(), List.of(), NOWHERE))
                        .whyNobody()
                        .detail())
                .contains("does not want to be told by e-mail");
        assertThat(decide(given, new Unit(Optional.empty(), List.of(), BY_SMS))
                        .whyNobody()
                        .detail())
                .contains("there is no SMS gateway");
    }

    @Test
    void aUnitThatIsSilentTellsNobodyAnything() {
        Unit closed = new Unit(Optional.of("The unit is closed"), List.of(RECEPTION), BY_EMAIL);
        assertThat(decide(RECEIVED, closed))
                .isEqualTo(new Decision(Topic.NEW_CASE, List.of(), NoRecipientReason.silent("The unit is closed")));
        assertThat(decide(new CaseChange.Given(ANNA, BO), closed).addressees()).isEmpty();
    }

    @Test
    void otherChangesAreNoNews() {
        Unit unit = new Unit(Optional.empty(), List.of(RECEPTION), BY_EMAIL);
        assertThat(List.of(
                        new CaseChange.PartReplied(),
                        new CaseChange.CounterQuestionAsked(),
                        new CaseChange.Answered(),
                        new CaseChange.AnswerRead(),
                        new CaseChange.Withdrawn(),
                        new CaseChange.Closed()))
                .allSatisfy(change -> assertThat(RecipientRules.decide(change, Optional.of(ANNA), unit))
                        .isEmpty());
    }

    private static Decision decide(CaseChange change, Unit unit) {
        return RecipientRules.decide(change, Optional.of(ANNA), unit).orElseThrow();
    }

    /** A unit without an SMS channel. */
    private record Unit(Optional<String> silentBecause, List<ReachableRecipient> unitAddresses, Contact handler)
            implements RecipientRules.Facts {

        @Override
        public ReachableRecipient member(StaffId staff) {
            return new ReachableRecipient(new StaffMember(staff), handler);
        }

        @Override
        public ReachableRecipient reminded(StaffId staff) {
            return member(staff);
        }

        @Override
        public List<StaffId> receivers() {
            return List.of();
        }

        @Override
        public boolean mayHandle(StaffId staff) {
            return true;
        }

        @Override
        public boolean isAbsent(StaffId staff) {
            return false;
        }

        @Override
        public boolean isSuppressed(Contact contact) {
            return false;
        }

        @Override
        public boolean isReached(Contact contact) {
            return contact.email().isPresent();
        }
    }
}
