package org.careunit.itests.demo.host;

import static java.util.stream.Collectors.joining;

import org.careunit.api.access.Permission;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.StaffId;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.itests.demo.host.clock.MovableClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks staff up in the directory, and shows what becomes of them. */
@Component(service = Colleagues.class)
public final class Colleagues {

    private final StaffDirectory directory;
    private final PersonalSettings personal;
    private final MovableClock clock;

    @Activate
    public Colleagues(
            @Reference StaffDirectory directory, @Reference PersonalSettings personal, @Reference MovableClock clock) {
        this.directory = directory;
        this.personal = personal;
        this.clock = clock;
    }

    /** Whether the directory knows somebody. */
    boolean knows(Town.Person person) {
        return !directory.staff(Registration.id(person)).found().isEmpty();
    }

    void report(Report report) {
        Table staff = report.add(
                new Table(Report.STAFF, "HSA-id", "Is", "Display name", "Signature", "Told of cases given to them at"));
        for (Town.Person person : Town.units().get(0).staff()) {
            add(staff, person);
        }
        Town.Person looked = Town.units().get(0).staff().get(3);
        Profile profile = profile(looked);
        report.check(
                "name, signature and address come from the directory",
                profile.displayName().equals(looked.givenName() + " " + looked.surname())
                        && profile.signature().contains(looked.title())
                        && profile.mail()
                                .filter(mail -> mail.value().equals(looked.mail()))
                                .isPresent());
    }

    private void add(Table staff, Town.Person person) {
        Profile profile = profile(person);
        staff.add(
                person.id(),
                Registration.permissionsOf(person).stream()
                        .map(Permission::swedish)
                        .sorted()
                        .collect(joining(", ")),
                profile.displayName(),
                signature(person),
                profile.mail().map(Object::toString).orElse("nowhere"));
    }

    private Profile profile(Town.Person person) {
        StaffId id = Registration.id(person);
        return personal.read(Registration.actor(person), Registration.id(person.unit()), id);
    }

    private String signature(Town.Person person) {
        Actor self = Registration.actor(person);
        return personal.signature(
                self,
                Registration.id(person.unit()),
                Registration.id(person),
                clock.local().toLocalDate());
    }
}
