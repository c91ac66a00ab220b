package org.careunit.notifications.internal;

import java.util.UUID;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.Units;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff read. Nothing in it says who the resident is or what the case is about. */
@Component(service = Letters.class)
public final class Letters {

    private static final Actor US = new Actor.Internal("notifications");
    private static final String END = "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.\n";

    private final Units units;
    private final NotificationsSettings settings;

    @Activate
    public Letters(@Reference Units units, @Reference NotificationsSettings settings) {
        this.units = units;
        this.settings = settings;
    }

    /** Tells a unit of so many new cases. */
    OutgoingMail received(UUID id, EmailAddress to, HsaId unit, int count) {
        String name = name(unit);
        return count == 1
                ? mail(id, to, "Nytt ärende i 1177 e-tjänster", name + " har fått ett nytt ärende i 1177 e-tjänster.")
                : mail(
                        id,
                        to,
                        count + " nya ärenden i 1177 e-tjänster",
                        name + " har fått " + count + " nya ärenden i 1177 e-tjänster.");
    }

    /** Tells somebody that they were given so many cases. */
    OutgoingMail given(UUID id, EmailAddress to, HsaId unit, int count) {
        String name = name(unit);
        return count == 1
                ? mail(
                        id,
                        to,
                        "Du har tilldelats ett ärende",
                        "Du har tilldelats ett ärende i 1177 e-tjänster. Mottagning: " + name + ".")
                : mail(
                        id,
                        to,
                        "Du har tilldelats " + count + " ärenden",
                        "Du har tilldelats " + count + " ärenden i 1177 e-tjänster. Mottagning: " + name + ".");
    }

    private OutgoingMail mail(UUID id, EmailAddress to, String subject, String news) {
        String link = settings.link();
        String logIn = link.isEmpty() ? "Logga in för att läsa." : "Logga in för att läsa:\n" + link;
        return new OutgoingMail(id, to, subject, "Hej!\n\n" + news + "\n" + logIn + END);
    }

    private String name(HsaId unit) {
        return units.find(US, unit).map(CareUnit::name).orElse("Mottagningen " + unit);
    }
}
