package org.careunit.notifications.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.StaffId;
import org.careunit.api.identity.TelephoneNumber;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.TopicMessages;
import org.careunit.notifications.internal.Life.Change;
import org.careunit.notifications.model.Decisions;
import org.careunit.notifications.model.Decisions.Rules;
import org.careunit.notifications.model.Decisions.Team;
import org.careunit.notifications.model.Way;
import org.careunit.storage.internal.node.TestStore;

/** What the unit, its region, its staff and the residents of a life have decided, in the product and for the model. */
final class LifeSettings {

    static final String AT = "@example.org";
    private static final String RECEPTION = "reception";
    private static final Map<StaffId, String> STAFF = Map.of(LifeGenerator.ANNA, "anna", LifeGenerator.BO, "bo");

    private final Life life;
    private final SimulatedWorld world;
    private final TestStore store;
    private final Set<StaffId> receivers = new HashSet<>();

    LifeSettings(Life life, SimulatedWorld world, TestStore store) {
        this.life = life;
        this.world = world;
        this.store = store;
    }

    /** Takes back what an earlier life has decided. */
    void beginAnew() {
        Town town = world.town;
        town.sections.clear();
        town.saved.clear();
        town.defaults.clear();
        town.absentUntil.clear();
        town.quietHours = QuietHours.DEFAULT;
        town.firstReplyDays = OptionalInt.empty();
        town.turnOn(RECEPTION + AT);
        STAFF.forEach((staff, name) -> town.wantToBeTold.put(staff, new EmailAddress(name + AT)));
        town.wantSms.clear();
        town.wantSms.putAll(life.people().phones());
        TopicMessages window = new TopicMessages(life.window(), null, null);
        town.words = Optional.of(new StaffMessages(window, window, window, window, window));
        STAFF.keySet().forEach(staff -> permit(staff, false));
    }

    /** Some want e-mail, some SMS, and some both. */
    CaseContacts.Contacts contacts(int number) {
        boolean wantsSms = life.people().residents() && number % 3 > 0;
        boolean wantsMail = !wantsSms || number % 3 == 1;
        return new CaseContacts.Contacts(
                Optional.of(new EmailAddress("resident-" + number + AT)).filter(any -> wantsMail),
                Optional.of(new TelephoneNumber("+4673000000" + number)).filter(any -> wantsSms));
    }

    List<String> addresses(int number) {
        CaseContacts.Contacts contacts = contacts(number);
        return Stream.concat(
                        contacts.email().stream().map(mail -> mail.value().replace(AT, "")),
                        contacts.sms().stream().map(phone -> Way.TELEPHONE + phone.e164()))
                .toList();
    }

    /** Decides what the life says, in the product. */
    void apply(Change change) {
        Town town = world.town;
        if (change instanceof Change.Saved saved) {
            town.save(saved.section(), world.now());
        } else if (change instanceof Change.InRegion set) {
            town.saveDefault(set.section(), set.locked(), world.now());
        } else if (change instanceof Change.Quiet quiet) {
            town.quietHours = quiet.hours();
        } else if (change instanceof Change.Promise promise) {
            town.firstReplyDays = promise.days() == 0 ? OptionalInt.empty() : OptionalInt.of(promise.days());
        } else if (change instanceof Change.Permission permission) {
            permit(permission.staff(), permission.given());
        } else if (change instanceof Change.Absence absence) {
            absence.until()
                    .ifPresentOrElse(
                            day -> town.absentUntil.put(absence.staff(), day),
                            () -> town.absentUntil.remove(absence.staff()));
        }
        world.settingsChanged("any");
    }

    private void permit(StaffId staff, boolean isGiven) {
        if (isGiven) {
            receivers.add(staff);
        } else {
            receivers.remove(staff);
        }
        Set<Permission> all = isGiven ? Set.of(Permission.CASE_RECEIVER) : Set.of();
        store.transactions().run(() -> store.grants().replace(Events.UNIT, staff, all, "test"));
    }

    /** What is decided now, as the model takes it. */
    Decisions decisions() {
        Town town = world.town;
        Rules rules = new Rules(
                (ClosedDays) town.inForce(ClosedDays.class),
                (StaffReminder) town.inForce(StaffReminder.class),
                town.firstReplyDays.orElse(0),
                (ResidentReminder) town.inForce(ResidentReminder.class),
                town.quietHours);
        Map<StaffId, List<String>> addresses = new HashMap<>();
        STAFF.forEach((staff, name) -> addresses.put(
                staff,
                Stream.concat(
                                Stream.of(name),
                                Stream.ofNullable(life.people().phones().get(staff))
                                        .map(phone -> Way.TELEPHONE + phone.e164()))
                        .toList()));
        return new Decisions(
                rules, new Team(RECEPTION, addresses, Set.copyOf(receivers), Map.copyOf(town.absentUntil)));
    }

    boolean isRecordSystemOn() {
        return ((RecordSystemNotification) world.town.inForce(RecordSystemNotification.class)).on();
    }
}
