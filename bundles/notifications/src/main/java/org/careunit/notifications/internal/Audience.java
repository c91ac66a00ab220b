package org.careunit.notifications.internal;

import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.staff.PersonalSettings;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who wants to be told of what, and where, by what the units and their staff have decided; always as it holds now. */
@Component(service = Audience.class)
public final class Audience {

    private static final Actor US = new Actor.Internal("notifications");
    private static final String ADDRESS = "address:";
    private static final String STAFF = "staff:";
    private static final String TEST = "test:";

    private final UnitSettings settings;
    private final PersonalSettings staff;
    private final RegionalAudience regional;
    private final Pseudonyms pseudonyms;

    @Activate
    public Audience(
            @Reference UnitSettings settings,
            @Reference PersonalSettings staff,
            @Reference RegionalAudience regional,
            @Reference Pseudonyms pseudonyms) {
        this.settings = settings;
        this.staff = staff;
        this.regional = regional;
        this.pseudonyms = pseudonyms;
    }

    /** Whom a unit wants told of its new cases; nobody if it has turned that off or has not joined. */
    List<Addressee> ofUnit(HsaId unit) {
        EmailNotification section = section(unit);
        return section.on() ? section.addresses().stream().map(this::addressee).toList() : List.of();
    }

    /** A staff member who asks for a test message, where they are told of cases; empty if they do not want to be. */
    Optional<Addressee> forTest(HsaId unit, HsaId member) {
        return ofStaff(unit, member).map(told -> new Addressee(TEST + member, told.address()));
    }

    /** Whether a staff member wants to be told by SMS when somebody gives them a case. */
    boolean wantsSms(HsaId unit, HsaId member) {
        try {
            return staff.read(US, unit, member).sms().isPresent();
        } catch (RefusedException unknown) {
            return false;
        }
    }

    /** A staff member who wants to be told when somebody gives them a case; empty if they do not. */
    Optional<Addressee> ofStaff(HsaId unit, HsaId member) {
        try {
            return staff.read(US, unit, member).mail().map(address -> new Addressee(STAFF + member, address));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }

    /** The addressee that the ledger knows by a key; empty if they do not want to be told any more. */
    Optional<Addressee> byKey(HsaId unit, String key) {
        if (RegionalAudience.isRegional(key)) {
            return regional.byKey(unit, key);
        }
        if (isTest(key)) {
            return forTest(unit, new HsaId(key.substring(TEST.length())));
        }
        return isStaff(key)
                ? ofStaff(unit, new HsaId(key.substring(STAFF.length())))
                : ofUnit(unit).stream().filter(one -> isKeyOf(one, key)).findFirst();
    }

    /** A row of before a secret was added has its address by an older one. */
    private boolean isKeyOf(Addressee one, String key) {
        return pseudonyms(one.address()).stream().map(ADDRESS::concat).anyMatch(key::equals);
    }

    /** Whether a key of the ledger is a staff member, rather than an address of the unit's. */
    static boolean isStaff(String key) {
        return key.startsWith(STAFF);
    }

    /** Whether a key of the ledger is a staff member who asked for a test message. */
    static boolean isTest(String key) {
        return key.startsWith(TEST);
    }

    /** An address as the list of those held back knows it. */
    String pseudonym(EmailAddress address) {
        return pseudonyms.of(Purpose.ADDRESS, address.value());
    }

    /** As above, by all secrets there were, the newest first. */
    List<String> pseudonyms(EmailAddress address) {
        return pseudonyms.all(Purpose.ADDRESS, address.value());
    }

    private Addressee addressee(EmailAddress address) {
        return new Addressee(ADDRESS + pseudonym(address), address);
    }

    private EmailNotification section(HsaId unit) {
        try {
            return settings.read(US, unit, EmailNotification.class).section();
        } catch (RefusedException hasNotJoined) {
            return EmailNotification.OFF;
        }
    }
}
