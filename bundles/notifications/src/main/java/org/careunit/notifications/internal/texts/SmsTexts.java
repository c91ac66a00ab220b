package org.careunit.notifications.internal.texts;

import java.util.Optional;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.settings.TopicMessages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the SMS about each topic. They contain nothing about the resident or the content of the case. */
@Component(service = SmsTexts.class)
public final class SmsTexts {

    private static final String LINK = "{link}";

    private final UnitRules rules;

    @Activate
    public SmsTexts(@Reference UnitRules rules) {
        this.rules = rules;
    }

    /**
     * The SMS that carries so many news of a topic: in the unit's own words, or its region's for it, else in ours; to
     * residents in their region's.
     *
     * @throws IllegalArgumentException for a topic that nothing raises by SMS
     */
    public String sms(Topic topic, HsaId unit, int count) {
        if (topic == Topic.UNREAD) {
            return rules.residentTexts(unit).sms();
        }
        Optional<String> words = rules.messages(unit, topic).map(TopicMessages::sms);
        return words.map(said -> filled(said, unit, count)).orElseGet(() -> plain(topic, unit, count));
    }

    private String plain(Topic topic, HsaId unit, int count) {
        String name = rules.name(unit);
        return switch (topic) {
            case NEW_CASE -> news(count, "Nytt ärende", "Nya ärenden", name);
            case GIVEN -> news(count, "Du har tilldelats ett ärende", "Du har tilldelats ärenden", name);
            case REPLY -> news(count, "Svar från invånare i ett ärende", "Svar från invånare i ärenden", name);
            case FIRST_REPLY -> news(
                    count, "Ett ärende väntar på ett första svar", "Ärenden väntar på ett första svar", name);
            case OVERDUE -> news(count, "Ett ärende väntar på att hanteras", "Ärenden väntar på att hanteras", name);
            case ADMINISTRATOR_LOST -> name + " har ingen administratör längre i 1177 e-tjänster.";
            case TEST -> "Testmeddelande som du har bett om. Hit skickas sms från 1177 e-tjänster. Mottagning: " + name
                    + ".";
            case UNREAD, CASE_WAITING -> throw new IllegalArgumentException("No SMS carries news of " + topic);
        };
    }

    private String news(int count, String one, String several, String name) {
        String news = count == 1 ? one + " i 1177 e-tjänster." : several + " i 1177 e-tjänster. Antal: " + count + ".";
        String link = rules.link();
        return news + " Mottagning: " + name + "." + (link.isEmpty() ? "" : " Logga in: " + link);
    }

    private String filled(String words, HsaId unit, int count) {
        String link = rules.link();
        return words.replace("{count}", Integer.toString(count))
                .replace(LINK, link)
                .replace("{unit}", rules.name(unit))
                .strip();
    }
}
