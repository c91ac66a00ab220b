package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.FaultSwitch.Fault;
import org.junit.jupiter.api.Test;

/** What staff decide for themselves. */
abstract class PersonalSettingChecks extends HostChecks {

    private StaffId staff(String suffix) {
        StaffId id = new StaffId(unit.id().value() + suffix);
        return staff(FakeDirectory.staff(id, "Erik", "Provsson"));
    }

    private StaffId staff(StaffEntry entry) {
        careunit.directory().put(entry.id(), entry);
        service(Permissions.class).assign(OPERATOR, unit.id(), entry.id(), Set.of(Permission.CASE_HANDLER));
        return entry.id();
    }

    private PersonalSettings personal() {
        return service(PersonalSettings.class);
    }

    private void save(StaffId staff, PersonalChoices choices) {
        Actor self = new Actor.Staff(staff);
        personal()
                .save(
                        self,
                        unit.id(),
                        staff,
                        choices,
                        personal().read(self, unit.id(), staff).version());
    }

    @Test
    void theDirectoryHoldsUntilSomebodyChooses() {
        StaffId staff = staff("DIR");
        Profile profile = personal().read(new Actor.Staff(staff), unit.id(), staff);
        assertThat(profile.displayName()).isEqualTo("Erik Provsson");
        assertThat(profile.version()).isZero();
        assertThat(profile.directoryAsOf()).isPresent();
    }

    @Test
    void aChosenNameIsShownUntilTheDirectorysIsWanted() {
        StaffId staff = staff("NAME");
        Actor self = new Actor.Staff(staff);
        save(staff, PersonalChoices.NONE.withDisplayName(Optional.of("Dr Erik")));
        assertThat(personal().read(self, unit.id(), staff).displayName()).isEqualTo("Dr Erik");
        assertThat(personal().updateFromDirectory(self, unit.id(), staff).displayName())
                .isEqualTo("Erik Provsson");
    }

    @Test
    void aDirectoryThatIsDownIsNoFailure() {
        StaffId staff = staff("DOWN");
        Actor self = new Actor.Staff(staff);
        personal().read(self, unit.id(), staff);
        careunit.directory().faults().set(Fault.UNAVAILABLE);
        try {
            assertThat(personal().read(self, unit.id(), staff).displayName()).isNotBlank();
        } finally {
            careunit.directory().faults().mend();
        }
    }

    @Test
    void aSignatureHasTheDayInSweden() {
        StaffId staff = staff("SIGN");
        save(staff, PersonalChoices.NONE.withSignature(Optional.of("Erik, sköterska")));
        Actor self = new Actor.Staff(staff);
        String signature = personal().signature(self, unit.id(), staff, Instant.parse("2026-07-01T22:30:00Z"));
        assertThat(signature).contains("Erik, sköterska").contains("2026-07-02");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        RefusedException refused = refused(
                "value.sms-number-missing",
                () -> new PersonalChoices(
                        Optional.of("x".repeat(200)),
                        Optional.of("en\ntvå\ntre\nfyra\nfem\nsex"),
                        false,
                        true,
                        Optional.empty(),
                        true,
                        Optional.empty()));
        assertThat(paths(refused)).containsExactly("displayName", "signature", "smsNumber");
    }

    @Test
    void whoHasNoPermissionChoosesNothing() {
        Actor self = new Actor.Staff(nobody());
        refused("access.not-permitted", () -> personal().save(self, unit.id(), nobody(), PersonalChoices.NONE, 0));
    }

    @Test
    void aProtectedPersonsSignatureIsConfirmedFirst() {
        StaffId id = new StaffId(unit.id().value() + "PROT");
        StaffEntry usual = FakeDirectory.staff(id, "Frida", "Provsson");
        StaffId staff = staff(new StaffEntry(
                usual.id(),
                usual.givenName(),
                usual.surname(),
                usual.title(),
                usual.mail(),
                usual.mobile(),
                true,
                usual.employedFrom(),
                usual.employedUntil()));
        Actor self = new Actor.Staff(staff);
        assertThat(personal().read(self, unit.id(), staff).signature()).doesNotContain("Frida");
        PersonalChoices choices = PersonalChoices.NONE.withSignature(Optional.of("Sköterskan"));
        refused("staff.signature-not-confirmed", () -> save(staff, choices));
        save(staff, choices.withConfirmedSignature());
        assertThat(personal().read(self, unit.id(), staff).signature()).contains("Sköterskan");
    }

    @Test
    void versionsAreListedAndRestored() {
        StaffId staff = staff("HIST");
        Actor self = new Actor.Staff(staff);
        save(staff, PersonalChoices.NONE.withDisplayName(Optional.of("Ett")));
        save(staff, PersonalChoices.NONE.withDisplayName(Optional.of("Två")));
        assertThat(personal().history(self, unit.id(), staff))
                .extracting(Saved::version)
                .containsExactly(2L, 1L);
        assertThat(personal().restore(self, unit.id(), staff, 1, 2).displayName())
                .isEqualTo("Ett");
        assertThat(personal().restore(self, unit.id(), staff, 0, 3).displayName())
                .isEqualTo("Erik Provsson");
        conflict(() -> personal().restore(self, unit.id(), staff, 1, 1));
    }
}
