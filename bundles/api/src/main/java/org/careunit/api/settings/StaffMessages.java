package org.careunit.api.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.messages.Topic;

/**
 * Section: texts of the messages to the unit's staff for each topic, and how news are gathered. No data of residents
 * can be filled in.
 *
 * @param newCase to the unit's addresses, when cases come in; never null
 * @param given of cases that were given to somebody; never null
 * @param reply when residents have replied, or cases were opened again; never null
 * @param firstReply when nobody has replied within the promise; never null
 * @param overdue when cases have not been handled in time; never null
 */
public record StaffMessages(
        TopicMessages newCase,
        TopicMessages given,
        TopicMessages reply,
        TopicMessages firstReply,
        TopicMessages overdue)
        implements Section {
    private static final String LOG_IN = "\nLogga in för att läsa: {link}"
            + "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.";
    private static final TopicMessages NEW_CASE = usual(
            "Nya ärenden i 1177 e-tjänster: {count}",
            "{unit} har fått nya ärenden i 1177 e-tjänster. Antal: {count}.",
            "Nya ärenden i 1177 e-tjänster. Antal: {count}.");
    private static final TopicMessages GIVEN = usual(
            "Ärenden som du har tilldelats: {count}",
            "Du har tilldelats ärenden i 1177 e-tjänster. Antal: {count}. Mottagning: {unit}.",
            "Du har tilldelats ärenden i 1177 e-tjänster. Antal: {count}.");
    private static final TopicMessages REPLY = usual(
            "Svar från invånare i 1177 e-tjänster: {count}",
            "Invånare har svarat i ärenden i 1177 e-tjänster. Antal: {count}. Mottagning: {unit}.",
            "Invånare har svarat i ärenden i 1177 e-tjänster. Antal: {count}.");
    private static final TopicMessages FIRST_REPLY = usual(
            "Ärenden som väntar på ett första svar: {count}",
            "{unit} har ärenden i 1177 e-tjänster som inte har fått ett första svar i tid. Antal: {count}.",
            "Ärenden i 1177 e-tjänster väntar på ett första svar. Antal: {count}.");
    private static final TopicMessages OVERDUE = usual(
            "Ärenden som väntar på att hanteras: {count}",
            "{unit} har ärenden i 1177 e-tjänster som inte har hanterats i tid. Antal: {count}.",
            "Ärenden i 1177 e-tjänster väntar på att hanteras. Antal: {count}.");

    /** The default: plain texts, and ten minutes. */
    public static final StaffMessages DEFAULT = new StaffMessages(null, null, null, null, null);

    /** What is null, in a topic too, is the default's. */
    public StaffMessages {
        newCase = NEW_CASE.completing(newCase);
        given = GIVEN.completing(given);
        reply = REPLY.completing(reply);
        firstReply = FIRST_REPLY.completing(firstReply);
        overdue = OVERDUE.completing(overdue);
    }

    /** What is said of a topic; empty for one that staff at a unit are not told of, or not in the unit's words. */
    public Optional<TopicMessages> of(Topic topic) {
        return Optional.ofNullable(
                switch (topic) {
                    case NEW_CASE -> newCase;
                    case GIVEN -> given;
                    case REPLY -> reply;
                    case FIRST_REPLY -> firstReply;
                    case OVERDUE -> overdue;
                    case UNREAD, CASE_WAITING, ADMINISTRATOR_LOST, TEST -> null;
                });
    }

    /**
     * Whether one of the texts names this as words of its own, in any letter case or in the genitive; for saying no to
     * names of case types.
     */
    public boolean mentions(String name) {
        return Stream.of(newCase, given, reply, firstReply, overdue)
                .anyMatch(said -> SectionRules.mentions(
                        name, said.email().subject(), said.email().text(), said.sms()));
    }

    private static TopicMessages usual(String subject, String news, String sms) {
        return new TopicMessages(10, new StaffText(subject, "Hej!\n\n" + news + LOG_IN), sms);
    }

    public StaffMessages withNewCase(TopicMessages newCase) {
        return new StaffMessages(newCase, given, reply, firstReply, overdue);
    }

    public StaffMessages withGiven(TopicMessages given) {
        return new StaffMessages(newCase, given, reply, firstReply, overdue);
    }

    public StaffMessages withReply(TopicMessages reply) {
        return new StaffMessages(newCase, given, reply, firstReply, overdue);
    }

    public StaffMessages withFirstReply(TopicMessages firstReply) {
        return new StaffMessages(newCase, given, reply, firstReply, overdue);
    }

    public StaffMessages withOverdue(TopicMessages overdue) {
        return new StaffMessages(newCase, given, reply, firstReply, overdue);
    }
}
