package org.careunit.notifications.internal.recipients;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.host.CaseContacts;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.api.staff.Profile;
import org.careunit.notifications.internal.recipients.Recipient.StaffMember;
import org.careunit.notifications.internal.recipients.Recipient.UnitAddress;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Finds recipients and their addresses from the current settings of units, staff and the host. */
@Component(service = Recipients.class)
public final class Recipients implements ContactSource {

    private static final Actor US = new SystemActor("notifications");

    private final AtomicReference<CaseContacts> host = new AtomicReference<>();
    private final UnitSettings settings;
    private final PersonalSettings staff;
    private final RegionalAdministrators regional;
    private final Pseudonyms pseudonyms;

    @Activate
    public Recipients(
            @Reference UnitSettings settings,
            @Reference PersonalSettings staff,
            @Reference RegionalAdministrators regional,
            @Reference Pseudonyms pseudonyms) {
        this.settings = settings;
        this.staff = staff;
        this.regional = regional;
        this.pseudonyms = pseudonyms;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setHost(CaseContacts present) {
        host.set(present);
    }

    public void unsetHost(CaseContacts gone) {
        host.compareAndSet(gone, null);
    }

    /** The addresses that a unit wants notified of its cases; none if it has turned that off or has not joined. */
    public List<ReachableRecipient> ofUnit(HsaId unit) {
        return addresses(unit).stream()
                .map(address -> new ReachableRecipient(
                        new UnitAddress(pseudonyms(address.mailbox()).get(0)), Contact.byEmail(address)))
                .toList();
    }

    /** A staff member, with what they have chosen at the unit; unknown ones are reached nowhere. */
    public ReachableRecipient ofMember(HsaId unit, StaffId member) {
        return new ReachableRecipient(
                new StaffMember(member), ofStaff(unit, member).orElse(Contact.NOWHERE));
    }

    /** A staff member with where they are reminded: by e-mail whatever they have chosen, by SMS if they have. */
    public ReachableRecipient reminded(HsaId unit, StaffId member) {
        return new ReachableRecipient(
                new StaffMember(member), ofDeputy(unit, member).orElse(Contact.NOWHERE));
    }

    /** Whether a staff member has said that they are absent on a day. */
    public boolean isAbsent(HsaId unit, StaffId member, LocalDate day) {
        return profile(unit, member)
                .filter(profile -> profile.choices().isAbsentOn(day))
                .isPresent();
    }

    /** A recipient's addresses for a topic now; empty if they want none any more. */
    public Optional<Contact> contact(HsaId unit, Topic topic, Recipient recipient) {
        boolean isReminder = topic == Topic.OVERDUE || topic == Topic.FIRST_REPLY;
        return isReminder && recipient instanceof StaffMember member
                ? ofDeputy(unit, member.id())
                : recipient.find(unit, this);
    }

    @Override
    public Optional<Contact> ofUnitAddress(HsaId unit, String pseudonym) {
        return addresses(unit).stream()
                .filter(address -> pseudonyms(address.mailbox()).contains(pseudonym))
                .findFirst()
                .map(Contact::byEmail);
    }

    @Override
    public Optional<Contact> ofStaff(HsaId unit, StaffId member) {
        return profile(unit, member).map(profile -> new Contact(profile.mail(), profile.sms()));
    }

    @Override
    public Optional<Contact> ofDeputy(HsaId unit, StaffId member) {
        return profile(unit, member).map(profile -> new Contact(profile.reminderMail(), profile.sms()));
    }

    /** Which version of their own settings at a unit holds for a staff member; 0 for none. */
    public long version(HsaId unit, StaffId member) {
        return profile(unit, member).map(Profile::version).orElse(0L);
    }

    private Optional<Profile> profile(HsaId unit, StaffId member) {
        try {
            return Optional.of(staff.read(US, unit, member));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Contact> ofRegionalAdministrator(HsaId unit, StaffId administrator) {
        return regional.find(unit, administrator);
    }

    @Override
    public Optional<Contact> ofResident(CaseRef subject) {
        CaseContacts present = host.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.HOST, "The host has no service that knows where residents are reached");
        }
        return HostCall.ask(present, () -> present.contacts(subject))
                .map(found -> new Contact(found.email(), found.sms()));
    }

    /** The pseudonyms of a mailbox or number, the newest first; further ones are of older secrets. */
    public List<String> pseudonyms(String mailbox) {
        return pseudonyms.all(Purpose.ADDRESS, mailbox);
    }

    private List<EmailAddress> addresses(HsaId unit) {
        try {
            EmailNotification section =
                    settings.read(US, unit, EmailNotification.class).content();
            return section.on() ? section.addresses() : List.of();
        } catch (RefusedException hasNotJoined) {
            return List.of();
        }
    }
}
