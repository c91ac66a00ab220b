package org.careunit.api.settings;

import java.time.Duration;
import org.careunit.api.failure.RefusedException;

/**
 * What the unit's staff are told, in whose words. In each text {@code {count}}, {@code {unit}} and {@code {link}} stand for how
 * many cases it is about, the unit's name, and where to log in; nothing else can be filled in, so that nothing of a resident
 * leaves.
 *
 * @param digestMinutes within how long further new cases become one message, 0 to {@value #LONGEST_DIGEST}; 0 for one each
 * @param newCase to the unit's addresses, when cases come in; never null
 * @param given by e-mail, to whom cases were given; never null
 * @param givenSms the same by SMS, at most {@value #LONGEST_SMS} characters before anything is filled in; never blank
 * @param reminder when cases have not been handled in time; never null
 */
public record StaffMessages(int digestMinutes, StaffText newCase, StaffText given, String givenSms, StaffText reminder)
        implements Section {

    public static final int LONGEST_DIGEST = 1_440;
    public static final int LONGEST_SMS = 140;

    private static final String LOG_IN = "\nLogga in för att läsa: {link}"
            + "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.";
    private static final StaffText NEW_CASE = new StaffText(
            "Nya ärenden i 1177 e-tjänster: {count}",
            "Hej!\n\n{unit} har fått nya ärenden i 1177 e-tjänster. Antal: {count}." + LOG_IN);
    private static final StaffText GIVEN = new StaffText(
            "Ärenden som du har tilldelats: {count}",
            "Hej!\n\nDu har tilldelats ärenden i 1177 e-tjänster. Antal: {count}. Mottagning: {unit}." + LOG_IN);
    private static final String GIVEN_SMS = "Du har tilldelats ärenden i 1177 e-tjänster. Antal: {count}.";
    private static final StaffText REMINDER = new StaffText(
            "Ärenden som väntar på att hanteras: {count}",
            "Hej!\n\n{unit} har ärenden i 1177 e-tjänster som inte har hanterats i tid. Antal: {count}." + LOG_IN);

    /** What holds until the unit decides: plain texts, and ten minutes. */
    public static final StaffMessages DEFAULT = new StaffMessages(10, NEW_CASE, GIVEN, GIVEN_SMS, REMINDER);

    /** @throws RefusedException if the window is out of its range, or a text may not leave; texts that are null are the default's */
    public StaffMessages {
        Allowed.between("digestMinutes", digestMinutes, 0, LONGEST_DIGEST);
        newCase = newCase == null ? NEW_CASE : newCase;
        given = given == null ? GIVEN : given;
        givenSms = givenSms == null ? GIVEN_SMS : StaffText.checked("givenSms", givenSms, LONGEST_SMS);
        reminder = reminder == null ? REMINDER : reminder;
    }

    /**
     * Whether one of the texts names this as words of its own, be it in other letters' case or in the genitive; for saying no to
     * names of case types.
     */
    public boolean mentions(String name) {
        return Allowed.mentions(
                name,
                newCase.subject(),
                newCase.text(),
                given.subject(),
                given.text(),
                givenSms,
                reminder.subject(),
                reminder.text());
    }

    /** {@link #digestMinutes} as a duration. */
    public Duration digest() {
        return Duration.ofMinutes(digestMinutes);
    }
}
