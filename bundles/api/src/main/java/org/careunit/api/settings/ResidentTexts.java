package org.careunit.api.settings;

import org.careunit.api.failure.Problems;
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

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 2_000;

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
        Problems problems = new Problems();
        subject = SectionRules.line(problems, "subject", subject == null ? SUBJECT : subject, LONGEST_SUBJECT);
        requireHarmless(problems, "subject", subject, LONGEST_SUBJECT);
        text = SectionRules.text(problems, "text", text == null ? TEXT : text, LONGEST_TEXT);
        requireHarmless(problems, "text", text, LONGEST_TEXT);
        sms = SectionRules.text(problems, "sms", sms == null ? SMS : sms, LONGEST_SMS);
        requireHarmless(problems, "sms", sms, LONGEST_SMS);
        requireOneSms(problems, sms);
        problems.refuse();
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

    private static void requireOneSms(Problems problems, String sms) {
        if (sms.isEmpty() || sms.length() > LONGEST_SMS) {
            return;
        }
        SmsText written = SmsText.of(sms);
        if (written.alphabet() == Alphabet.UCS_2) {
            problems.add(SectionProblem.SMS_ALPHABET.at("sms", String.join(" ", written.unusual())));
        } else if (written.parts().size() > 1) {
            problems.add(SectionProblem.SMS_LENGTH.at("sms", LONGEST_SMS, written.units()));
        }
    }

    /** Looks at what a text holds, unless it is too long, which somebody has told already. */
    private static void requireHarmless(Problems problems, String name, String text, int longest) {
        SectionRules.notBlank(problems, name, text);
        if (text.length() > longest) {
            return;
        }
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            problems.add(SectionProblem.FILLED_IN.at(name));
        }
        SectionRules.harmless(problems, name, text);
    }
}
