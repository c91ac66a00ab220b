package org.careunit.api.settings;

import org.careunit.api.failure.RefusedException;
import org.careunit.api.sms.SmsText;
import org.careunit.api.sms.SmsText.Alphabet;

/**
 * How residents are reminded of an answer they have not read. Nothing is filled in, and no text names a unit or a case
 * type: who sees the message learns nothing of the resident but that they use the e-services.
 *
 * @param subject of the e-mail, one line of at most 150 characters; never blank
 * @param text of the e-mail, plain text of at most 2 000 characters; never blank
 * @param sms at most {@value #LONGEST_SMS} characters of the GSM alphabet (3GPP TS 23.038; its extension counts
 *     double), so that it is one message; never blank
 */
public record ResidentTexts(String subject, String text, String sms) implements RegionSection {

    public static final int LONGEST_SMS = 160;

    private static final String SUBJECT = "Du har något att läsa i 1177 e-tjänster";
    private static final String TEXT =
            "Hej!\n\nDu har något att läsa i 1177 e-tjänster. Logga in på 1177.se för att läsa det."
                    + "\n\nDet här meddelandet skickas automatiskt och går inte att svara på.";
    private static final String SMS = "Du har något att läsa i 1177 e-tjänster. Logga in på 1177.se för att läsa det."
            + " Det går inte att svara på det här meddelandet.";

    /** The default. */
    public static final ResidentTexts DEFAULT = new ResidentTexts(SUBJECT, TEXT, SMS);

    /**
     * @throws RefusedException if a text is too long or contains what may not leave; texts that are null are the
     *     default's
     */
    public ResidentTexts {
        subject = SectionRules.line("subject", checked("subject", subject == null ? SUBJECT : subject, 150), 150);
        text = checked("text", text == null ? TEXT : text, 2_000);
        sms = checked("sms", sms == null ? SMS : sms, LONGEST_SMS);
        requireOneSms(SmsText.of(sms));
    }

    /** The SMS as it is sent, which is one, in the alphabet of SMS. */
    public SmsText sentSms() {
        return SmsText.of(sms);
    }

    /**
     * Whether one of the texts names this as words of its own, in any letter case or in the genitive; for saying no to
     * names of units and case types.
     */
    public boolean mentions(String name) {
        return SectionRules.mentions(name, subject, text, sms);
    }

    private static void requireOneSms(SmsText written) {
        if (written.alphabet() == Alphabet.UCS_2) {
            throw SectionProblem.SMS_ALPHABET.refusedAt("sms", String.join(" ", written.unusual()));
        }
        if (written.parts().size() > 1) {
            throw SectionProblem.SMS_LENGTH.refusedAt("sms", LONGEST_SMS, written.units());
        }
    }

    private static String checked(String name, String text, int longest) {
        String given = SectionRules.notBlank(name, SectionRules.text(name, text, longest));
        if (given.indexOf('{') >= 0 || given.indexOf('}') >= 0) {
            throw SectionProblem.FILLED_IN.refusedAt(name);
        }
        return SectionRules.harmless(name, given);
    }
}
