package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/**
 * The days that the text promises are to be the handling time, and the reminder to staff the longest handling time of all active types.
 */
final class PromisedDays implements Rule {

    /** Days without a number, unless it is for so long that somebody has been ill. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<!\\b(?:i|än|sedan)[\\s\\h])(?:några(?:[\\s\\h]+få)?|ett[\\s\\h]+par|någon)[\\s\\h]+"
                    + "(?:dag(?:ar|ars)?|dygn)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        List<TermsFinding> found = new ArrayList<>();
        for (Amount amount : Amount.in(passage)) {
            if (!Cancelling.isLimit(passage, amount)) {
                found(passage, amount, expected).ifPresent(found::add);
            }
        }
        for (Matcher vague = VAGUE.matcher(passage.text()); vague.find(); ) {
            found.add(passage.found(
                    Severity.WARNING,
                    vague.start(),
                    vague.end(),
                    "Det framgår inte hur många dagar det är, eller om lördagar, söndagar och helgdagar räknas",
                    "Skriv hur många arbetsdagar"));
        }
        return found;
    }

    private static Optional<TermsFinding> found(Passage passage, Amount amount, Expected expected) {
        return switch (amount.unit()) {
            case WORKING_DAY, WEEK -> promise(passage, amount, expected.handlingDays());
            case DAY -> Optional.of(passage.found(
                    Severity.WARNING,
                    amount.start(),
                    amount.end(),
                    "Det framgår inte om lördagar, söndagar och helgdagar räknas",
                    "Skriv arbetsdagar"));
            default -> Optional.empty();
        };
    }

    private static Optional<TermsFinding> promise(Passage passage, Amount amount, OptionalInt handlingDays) {
        int promised = amount.workingDays();
        if (handlingDays.isPresent() && handlingDays.getAsInt() == promised) {
            return Optional.empty();
        }
        String but = handlingDays.isPresent()
                ? "men handläggningstiden är " + days(handlingDays.getAsInt())
                : "men ärendetypen har ingen handläggningstid";
        String suggestion = handlingDays.isPresent()
                ? "Skriv " + days(handlingDays.getAsInt()) + ", eller ändra handläggningstiden till " + promised
                : "Ange handläggningstiden " + days(promised);
        return Optional.of(passage.found(
                Severity.WARNING,
                amount.start(),
                amount.end(),
                "Texten säger " + days(promised) + ", " + but,
                suggestion));
    }

    /** What concerns the terms as a whole: a reminder that comes after what was promised is worse than one before. */
    static Optional<TermsFinding> reminder(Expected expected) {
        if (expected.longestDays().isEmpty() || expected.reminderDays().isEmpty()) {
            return Optional.empty();
        }
        int longest = expected.longestDays().getAsInt();
        int reminder = expected.reminderDays().getAsInt();
        if (longest == reminder) {
            return Optional.empty();
        }
        return Optional.of(new TermsFinding(
                reminder > longest ? Severity.WARNING : Severity.NOTE,
                Optional.empty(),
                "Personalen påminns efter " + days(reminder)
                        + ", men den längsta handläggningstiden bland mottagningens"
                        + " aktiva ärendetyper, den här inräknad, är " + days(longest),
                "Ändra påminnelsen till " + days(longest) + ", eller ändra handläggningstiden"));
    }

    private static String days(int number) {
        return number + (number == 1 ? " arbetsdag" : " arbetsdagar");
    }
}
