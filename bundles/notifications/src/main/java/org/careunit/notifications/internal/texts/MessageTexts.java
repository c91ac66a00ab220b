package org.careunit.notifications.internal.texts;

import java.util.Optional;
import java.util.stream.Collectors;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.StaffText;
import org.careunit.api.settings.TopicMessages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the e-mails about each topic. They contain nothing about the resident or the content of the case. */
@Component(service = MessageTexts.class)
public final class MessageTexts {

    private static final String LINK = "{link}";
    private static final String END = "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.\n";

    private final UnitRules rules;

    @Activate
    public MessageTexts(@Reference UnitRules rules) {
        this.rules = rules;
    }

    /** An e-mail as it is read. */
    public record Mail(String subject, String text) {}

    /**
     * The e-mail that carries so many news of a topic: in the unit's own words, or its region's for it, else in ours;
     * to residents in their region's.
     *
     * @throws IllegalArgumentException for a topic that nothing raises
     */
    public Mail email(Topic topic, HsaId unit, int count) {
        if (topic == Topic.UNREAD) {
            ResidentTexts texts = rules.residentTexts(unit);
            return new Mail(texts.subject(), texts.text());
        }
        Optional<StaffText> words = rules.messages(unit, topic).map(TopicMessages::email);
        return words.map(said -> filled(said, rules.name(unit), count)).orElseGet(() -> plain(topic, unit, count));
    }

    private Mail plain(Topic topic, HsaId unit, int count) {
        String name = rules.name(unit);
        return switch (topic) {
            case NEW_CASE -> newCase(name, count);
            case GIVEN -> given(name, count);
            case ADMINISTRATOR_LOST -> administratorLost(name);
            case TEST -> test(name);
            case REPLY -> reply(name, count);
            case FIRST_REPLY -> firstReply(name, count);
            case OVERDUE -> overdue(name, count);
            case UNREAD, CASE_WAITING -> throw new IllegalArgumentException("Nothing raises news of " + topic);
        };
    }

    private Mail newCase(String name, int count) {
        return count == 1
                ? withLink("Nytt ärende i 1177 e-tjänster", name + " har fått ett nytt ärende i 1177 e-tjänster.")
                : withLink(
                        count + " nya ärenden i 1177 e-tjänster",
                        name + " har fått " + count + " nya ärenden i 1177 e-tjänster.");
    }

    private Mail given(String name, int count) {
        return count == 1
                ? withLink(
                        "Du har tilldelats ett ärende",
                        "Du har tilldelats ett ärende i 1177 e-tjänster. Mottagning: " + name + ".")
                : withLink(
                        "Du har tilldelats " + count + " ärenden",
                        "Du har tilldelats " + count + " ärenden i 1177 e-tjänster. Mottagning: " + name + ".");
    }

    private Mail reply(String name, int count) {
        return count == 1
                ? withLink(
                        "Svar i ett ärende",
                        "Ett ärende i 1177 e-tjänster har fått svar från invånaren eller öppnats igen. Mottagning: "
                                + name + ".")
                : withLink(
                        "Svar i ärenden: " + count,
                        "Invånare har svarat eller ärenden har öppnats igen i 1177 e-tjänster. Antal: " + count
                                + ". Mottagning: " + name + ".");
    }

    private Mail firstReply(String name, int count) {
        return count == 1
                ? withLink(
                        "Ett ärende väntar på ett första svar",
                        name + " har ett ärende i 1177 e-tjänster som inte har fått ett första svar i tid.")
                : withLink(
                        count + " ärenden väntar på ett första svar",
                        name + " har " + count + " ärenden i 1177 e-tjänster som inte har fått ett första svar i tid.");
    }

    private Mail overdue(String name, int count) {
        return count == 1
                ? withLink(
                        "Ett ärende väntar på att hanteras",
                        name + " har ett ärende i 1177 e-tjänster som inte har hanterats i tid.")
                : withLink(
                        count + " ärenden väntar på att hanteras",
                        name + " har " + count + " ärenden i 1177 e-tjänster som inte har hanterats i tid.");
    }

    private static Mail administratorLost(String name) {
        String news = name + " har ingen administratör längre. Behörigheten eller anställningen har upphört. Gör "
                + "någon annan till administratör.";
        return new Mail("En mottagning saknar administratör", "Hej!\n\n" + news + END);
    }

    private static Mail test(String name) {
        String text =
                "Hej!\n\nDet här är ett testmeddelande som du har bett om. Hit skickas ett meddelande när någon annan"
                        + " tilldelar dig ett ärende i 1177 e-tjänster. Mottagning: " + name
                        + ". Du behöver inte göra något." + END;
        return new Mail("Testmeddelande", text);
    }

    private Mail withLink(String subject, String news) {
        String link = rules.link();
        String logIn = link.isEmpty() ? "Logga in för att läsa." : "Logga in för att läsa:\n" + link;
        return new Mail(subject, "Hej!\n\n" + news + "\n" + logIn + END);
    }

    /** The unit's own text; lines with a link are left out if no link is configured. */
    private Mail filled(StaffText words, String name, int count) {
        String text = rules.link().isEmpty()
                ? words.text().lines().filter(line -> !line.contains(LINK)).collect(Collectors.joining("\n"))
                : words.text();
        return new Mail(
                filled(words.subject(), name, count), filled(text, name, count).stripTrailing() + "\n");
    }

    private String filled(String text, String name, int count) {
        return text.replace("{count}", Integer.toString(count))
                .replace(LINK, rules.link())
                .replace("{unit}", name)
                .strip();
    }
}
