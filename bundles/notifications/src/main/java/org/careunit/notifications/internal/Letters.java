package org.careunit.notifications.internal;

import java.util.UUID;
import java.util.stream.Collectors;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.api.identity.EmailAddress;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.StaffText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What staff read. Nothing in it says who the resident is or what the case is about. */
@Component(service = Letters.class)
public final class Letters {

    private static final String LINK = "{link}";
    private static final String END = "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.\n";

    private final UnitRules rules;

    @Activate
    public Letters(@Reference UnitRules rules) {
        this.rules = rules;
    }

    /** Tells a unit of so many new cases. */
    OutgoingMail received(UUID id, EmailAddress to, HsaId unit, int count) {
        return rules.words(unit)
                .map(words -> filled(id, to, words.newCase(), rules.name(unit), count))
                .orElseGet(() -> plainReceived(id, to, rules.name(unit), count));
    }

    private OutgoingMail plainReceived(UUID id, EmailAddress to, String name, int count) {
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
        return rules.words(unit)
                .map(words -> filled(id, to, words.given(), rules.name(unit), count))
                .orElseGet(() -> plainGiven(id, to, rules.name(unit), count));
    }

    private OutgoingMail plainGiven(UUID id, EmailAddress to, String name, int count) {
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

    /** Tells a regional administrator that nobody administers a unit any more. */
    OutgoingMail administratorLost(UUID id, EmailAddress to, HsaId unit) {
        String news = rules.name(unit) + " har ingen administratör för mottagningen längre: behörigheten eller"
                + " anställningen har upphört. Ge någon den behörigheten.";
        return new OutgoingMail(id, to, "En mottagning saknar administratör", "Hej!\n\n" + news + END);
    }

    /** What somebody asked for, be it once or more, to see whether they are reached. */
    OutgoingMail test(UUID id, EmailAddress to, HsaId unit, int count) {
        String text =
                "Hej!\n\nDet här är ett testmeddelande, som du har bett om. Hit skickas ett meddelande när någon annan"
                        + " tilldelar dig ett ärende i 1177 e-tjänster. Mottagning: " + rules.name(unit)
                        + ". Du behöver inte göra något." + END;
        return new OutgoingMail(id, to, "Testmeddelande", text);
    }

    private OutgoingMail mail(UUID id, EmailAddress to, String subject, String news) {
        String link = rules.link();
        String logIn = link.isEmpty() ? "Logga in för att läsa." : "Logga in för att läsa:\n" + link;
        return new OutgoingMail(id, to, subject, "Hej!\n\n" + news + "\n" + logIn + END);
    }

    /** The unit's own words; without a link, the lines that have one are left out. */
    private OutgoingMail filled(UUID id, EmailAddress to, StaffText words, String name, int count) {
        String text = rules.link().isEmpty()
                ? words.text().lines().filter(line -> !line.contains(LINK)).collect(Collectors.joining("\n"))
                : words.text();
        return new OutgoingMail(
                id,
                to,
                filled(words.subject(), name, count),
                filled(text, name, count).stripTrailing() + "\n");
    }

    private String filled(String text, String name, int count) {
        return text.replace("{count}", Integer.toString(count))
                .replace(LINK, rules.link())
                .replace("{unit}", name)
                .strip();
    }
}
