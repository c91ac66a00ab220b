package org.careunit.itests.example;

import java.time.LocalDate;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Point;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Step of the example: staff save their personal settings. */
@Component(service = PersonalSettingsSetup.class)
public final class PersonalSettingsSetup {

    private static final HsaId UNIT = new HsaId(Participants.NEW_UNIT);
    private static final StaffId FIRST = new StaffId(Participants.FIRST);
    private static final LocalDate DAY = LocalDate.of(2000, 1, 3);

    private final PersonalSettings personal;

    @Activate
    public PersonalSettingsSetup(@Reference PersonalSettings personal) {
        this.personal = personal;
    }

    void choose(Steps steps, Progress progress) {
        progress.isLeft(Point.PERSONAL, "Gör dina personliga inställningar");
        save(
                steps,
                FIRST,
                new PersonalChoices(
                        Optional.of("Exempel E., enhetschef"),
                        Optional.of("Exempel Exempelsson\nEnhetschef"),
                        false,
                        Optional.empty()));
        String signature = personal.signature(new Actor.Staff(FIRST), UNIT, FIRST, DAY);
        steps.check(
                "the signature has the day's date",
                signature.replace("\n", " / "),
                signature.equals("Exempel Exempelsson\nEnhetschef\n2000-01-03"));
        progress.isDone(Point.PERSONAL);
        progress.stands("receivers-reached", CheckStatus.NOT_DONE, Participants.RECEIVER);
        save(
                steps,
                new StaffId(Participants.RECEIVER),
                new PersonalChoices(
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.of(new EmailAddress("exempel.mottagare@example.org"))));
        progress.stands("receivers-reached", CheckStatus.DONE, "");
    }

    private void save(Steps steps, StaffId staff, PersonalChoices choices) {
        Actor self = new Actor.Staff(staff);
        long seen = personal.read(self, UNIT, staff).version();
        steps.does(staff + " makes personal settings", () -> {
            Profile profile = personal.save(self, UNIT, staff, choices, seen);
            return profile.displayName() + ", e-mail "
                    + profile.mail().map(EmailAddress::value).orElse("off");
        });
    }
}
