package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Residents are not to write by e-mail, nor to follow a link that is not protected. */
final class Addresses implements Rule {

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+(?:@|\\s?\\(at\\)\\s?)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern LINK = Pattern.compile("\\b(?:http|ftp)://[^\\s)]+", Pattern.CASE_INSENSITIVE);

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        List<TermsFinding> found = new ArrayList<>();
        for (Matcher email = EMAIL.matcher(passage.text()); email.find(); ) {
            found.add(passage.found(
                    Severity.WARNING,
                    email.start(),
                    email.end(),
                    "Texten innehåller en e-postadress; e-post är inte skyddad",
                    "Ta bort adressen och hänvisa till 1177 e-tjänster eller till ett telefonnummer"));
        }
        for (Matcher link = LINK.matcher(passage.text()); link.find(); ) {
            found.add(passage.found(
                    Severity.WARNING,
                    link.start(),
                    link.end(),
                    "Länken är inte skyddad",
                    "Skriv länken med https://, eller ta bort den"));
        }
        return found;
    }
}
