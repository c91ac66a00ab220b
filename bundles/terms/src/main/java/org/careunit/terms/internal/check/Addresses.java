package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Finds e-mail addresses, also those that are written with [at], and links without encryption. */
final class Addresses implements TextRule {

    private static final int LONGEST_NAME = 64;

    /** What separates the name from the domain; the name is looked up from here backwards. */
    private static final Pattern AT = Pattern.compile(
            "@| ?[\\[({<] ?(?:at|@|snabel-?a) ?[\\])}>] ?| snabel-?a |(?<=\\p{L}) at (?=\\p{L}{1,40}\\.\\p{Ll}{2})");

    private static final Pattern DOMAIN = Pattern.compile(
            "[\\p{L}\\p{N}-]{1,63}+" + "(?:(?:\\.| ?[\\[(] ?(?:dot|punkt) ?[\\])] ?)[\\p{L}\\p{N}-]{1,63}+){1,6}");

    private static final Pattern LINK = Pattern.compile("\\b(?:http|ftp)://[^\\s)>]++");

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        List<TermsFinding> found = new ArrayList<>();
        String text = passage.lower();
        Matcher domain = DOMAIN.matcher(text);
        for (Matcher sign = AT.matcher(text); sign.find(); ) {
            int start = startOfName(text, sign.start());
            if (start < sign.start() && domain.region(sign.end(), text.length()).lookingAt()) {
                found.add(passage.found(
                        TermsFinding.Rule.EMAIL_ADDRESS,
                        Severity.WARNING,
                        start,
                        domain.end(),
                        "Texten innehåller en e-postadress; e-post är inte skyddad",
                        "Ta bort adressen och hänvisa till 1177 e-tjänster eller till ett telefonnummer"));
            }
        }
        for (Matcher link = LINK.matcher(text); link.find(); ) {
            found.add(passage.found(
                    TermsFinding.Rule.INSECURE_LINK,
                    Severity.WARNING,
                    link.start(),
                    link.end(),
                    "Länken är inte skyddad",
                    "Skriv länken med https://, eller ta bort den"));
        }
        return found;
    }

    private static int startOfName(String text, int end) {
        int start = end;
        while (start > Math.max(0, end - LONGEST_NAME) && isOfName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfName(char sign) {
        return Character.isLetterOrDigit(sign) || "._%+-".indexOf(sign) >= 0;
    }
}
