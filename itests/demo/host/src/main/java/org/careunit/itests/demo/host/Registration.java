package org.careunit.itests.demo.host;

import static org.careunit.api.access.Permission.CASE_HANDLER;
import static org.careunit.api.access.Permission.CASE_RECEIVER;
import static org.careunit.api.access.Permission.UNIT_ADMINISTRATOR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalChoices;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings the {@link Town} into Careunit: an operator has it join, and its staff decide the rest for themselves. */
@Component(service = Registration.class)
public final class Registration {

    static final Actor OPERATOR = new Actor.Operator("demo");

    private final Units units;
    private final Permissions permissions;
    private final UnitSettings settings;
    private final PersonalSettings personal;

    @Activate
    public Registration(
            @Reference Units units,
            @Reference Permissions permissions,
            @Reference UnitSettings settings,
            @Reference PersonalSettings personal) {
        this.units = units;
        this.permissions = permissions;
        this.settings = settings;
        this.personal = personal;
    }

    static HsaId id(Town.Unit unit) {
        return new HsaId(unit.id());
    }

    static StaffId id(Town.Person person) {
        return new StaffId(person.id());
    }

    static Actor actor(Town.Person person) {
        return new Actor.Staff(id(person));
    }

    /** Has all of it join; a second time changes nothing, so whatever was unavailable is done again. */
    void bringAll(Polling patience) throws InterruptedException {
        for (Town.Unit unit : Town.units()) {
            patience.untilDone(unit.name() + " joins", () -> join(unit));
            patience.untilDone(unit.name() + " decides", () -> decide(unit));
        }
        for (Town.Person person : Town.staff()) {
            if (wantsMail(person)) {
                patience.untilDone(person.id() + " chooses", () -> choose(person));
            }
        }
    }

    private void join(Town.Unit unit) {
        units.register(OPERATOR, id(unit), new CountyCode(unit.region()), unit.name());
        units.open(OPERATOR, id(unit));
        for (Town.Person person : unit.staff()) {
            permissions.assign(OPERATOR, id(unit), id(person), permissionsOf(person));
        }
    }

    /** The first two of each unit decide on it; the first also hands cases out, as the third does. */
    static Set<Permission> permissionsOf(Town.Person person) {
        return switch (person.rank()) {
            case 0 -> Set.of(UNIT_ADMINISTRATOR, CASE_RECEIVER);
            case 1 -> Set.of(UNIT_ADMINISTRATOR);
            case 2 -> Set.of(CASE_RECEIVER);
            default -> Set.of(CASE_HANDLER);
        };
    }

    private void decide(Town.Unit unit) {
        Actor administrator = actor(unit.staff().get(0));
        settings.update(administrator, id(unit), EmailNotification.class, mail -> mailOf(unit));
        settings.update(
                administrator,
                id(unit),
                StaffReminder.class,
                reminder -> new StaffReminder(false, StaffReminder.RECOMMENDED));
    }

    /** Each has an address of its own, but for those that the story has other plans with. */
    private static EmailNotification mailOf(Town.Unit unit) {
        return switch (unit.number()) {
            case 1 -> on(unit.mail(), "samordnare.1@example.org");
            case 4 -> on(Town.NO_SUCH_ADDRESS);
            case 5 -> on(Town.BUSY_ADDRESS);
            case 6, 12 -> EmailNotification.OFF;
            case 13 -> on(Town.MOVED_ADDRESS);
            default -> on(unit.mail());
        };
    }

    private static EmailNotification on(String... addresses) {
        return new EmailNotification(
                true, List.of(addresses).stream().map(EmailAddress::of).toList());
    }

    private static boolean wantsMail(Town.Person person) {
        return person.rank() == 3 || person.rank() == 4 || person.confidential();
    }

    /** One of each unit's takes another name than the directory has. */
    private void choose(Town.Person person) {
        Optional<String> name = person.rank() == 4
                ? Optional.of("D. " + person.surname() + ", " + person.title().toLowerCase(Locale.ROOT))
                : Optional.empty();
        long seen = personal.read(actor(person), id(person.unit()), id(person)).version();
        PersonalChoices choices = new PersonalChoices(name, Optional.empty(), true, Optional.empty());
        personal.save(actor(person), id(person.unit()), id(person), choices, seen);
    }

    /** How many units there are now. */
    long units() {
        return Town.units().stream()
                .map(Town.Unit::region)
                .distinct()
                .mapToLong(region ->
                        units.ofRegion(OPERATOR, new CountyCode(region)).size())
                .sum();
    }

    /** How many staff have a permission now; in the demo each has theirs at one unit. */
    long staff() {
        return Town.units().stream()
                .mapToLong(unit ->
                        permissions.atUnit(actor(unit.staff().get(0)), id(unit)).size())
                .sum();
    }
}
