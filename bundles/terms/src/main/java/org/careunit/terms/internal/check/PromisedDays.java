package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Finds promises to answer in other days than the handling time or the first-reply promise, or in days of no kind. */
final class PromisedDays implements TextRule {

    /** How many working days a month has. */
    private static final int MONTH_LOW = 20;

    private static final int MONTH_HIGH = 23;

    private static final Pattern HEDGED = WordPattern.of(
            "‹(?:oftast|ofta|vanligtvis|vanligen|i regel|helst|gärna|ibland|i bästa fall|normalt)(?: redan)?(?: inom)?"
                    + " $");

    private static final Pattern AT_LATEST = WordPattern.of("^,? ?(?:eller|men|dock|och) (?:dock )?senast›");

    /** What somebody does before they answer. */
    private static final Pattern READS = WordPattern.of(
            "‹(?:läser|läses|öppnar|går igenom|tar emot|registrerar|sorterar|gör)›(?!.*(?:svar|återk|kontakt|ring))");

    private static final Pattern FIRST_REPLY =
            WordPattern.of("(?:‹första|preliminär\\p{L}*) (?:svar|återkoppling|besked|kontakt|bedömning)[^.]{0,60}$"
                    + "|‹bekräft(?:ar|else)›[^.]{0,60}$");

    private static final Pattern FINAL_REPLY =
            WordPattern.of("slutlig|fullständig|färdig|därefter|‹sedan›|‹svarar›|handläggnings");

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        List<Amount> promises = passage.amounts().stream()
                .filter(PromisedDays::isOfDays)
                .filter(amount -> !Cancelling.isLimit(passage, amount) && !isTimeOfDay(passage, amount))
                .filter(amount -> PromiseWords.isPromise(passage, amount))
                .toList();
        List<TermsFinding> found = new ArrayList<>();
        for (int at = 0; at < promises.size(); at++) {
            if (!saysLess(passage, promises, at)) {
                found(passage, promises.get(at), expected).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isOfDays(Amount amount) {
        return amount.unit() != Amount.Unit.HOUR && amount.unit() != Amount.Unit.YEAR;
    }

    /** "8–16 vardagar" is when somebody can be reached. */
    private static boolean isTimeOfDay(Passage passage, Amount amount) {
        if (amount.low() >= amount.high()) {
            return false;
        }
        Token before = amount.first() == 0 ? null : passage.tokens().get(amount.first() - 1);
        boolean clock = before != null
                && (before.is("kl")
                        || before.is(".")
                        || before.is("klockan")
                        || before.text().endsWith("tid"));
        return clock
                || (amount.low() >= 6
                        && amount.low() <= 12
                        && amount.high() >= 12
                        && amount.high() <= 22
                        && (before == null || !before.is("inom")));
    }

    /** "Inom tre arbetsdagar, oftast samma dag" and "samma dag eller senast nästa" promise the longer time. */
    private static boolean saysLess(Passage passage, List<Amount> promises, int at) {
        Amount amount = promises.get(at);
        Sentence sentence = passage.sentence(amount.start());
        boolean alone = (at == 0 || passage.sentence(promises.get(at - 1).start()) != sentence)
                && (at == promises.size() - 1
                        || passage.sentence(promises.get(at + 1).start()) != sentence);
        return !alone
                && (READS.matcher(sentence.before(amount.start())).find()
                        || HEDGED.matcher(sentence.nearBefore(amount.start())).find()
                        || AT_LATEST.matcher(sentence.nearAfter(amount.end())).find());
    }

    private static Optional<TermsFinding> found(Passage passage, Amount amount, CheckContext expected) {
        if (amount.vague()) {
            return Optional.of(vague(
                    passage,
                    amount,
                    "Det framgår inte hur många dagar det är, eller om lördagar, söndagar och helgdagar räknas",
                    "Skriv hur många arbetsdagar"));
        }
        boolean sameDay = amount.high() == 0;
        if (amount.unit() == Amount.Unit.DAY && !sameDay) {
            return Optional.of(vague(
                    passage,
                    amount,
                    "Det framgår inte om lördagar, söndagar och helgdagar räknas",
                    "Skriv arbetsdagar"));
        }
        if (isFirstReply(passage, amount)) {
            return expected.firstReplyDays().stream()
                    .filter(days -> days > 0 && !promises(amount, days))
                    .mapToObj(days -> firstReply(passage, amount, days))
                    .findFirst();
        }
        return handling(passage, amount, expected.handlingDays());
    }

    private static boolean isFirstReply(Passage passage, Amount amount) {
        String before = passage.sentence(amount.start()).before(amount.start());
        var first = FIRST_REPLY.matcher(before);
        return first.find()
                && !FINAL_REPLY.matcher(before.substring(first.start())).find();
    }

    private static TermsFinding vague(Passage passage, Amount amount, String text, String suggestion) {
        return passage.found(
                TermsFinding.Rule.VAGUE_DAYS, Severity.WARNING, amount.start(), amount.end(), text, suggestion);
    }

    private static boolean promises(Amount amount, int days) {
        return amount.unit() == Amount.Unit.MONTH
                ? amount.high() * MONTH_LOW <= days && days <= amount.high() * MONTH_HIGH
                : amount.workingDays() == days;
    }

    private static TermsFinding firstReply(Passage passage, Amount amount, int days) {
        return passage.found(
                TermsFinding.Rule.FIRST_REPLY,
                Severity.WARNING,
                amount.start(),
                amount.end(),
                "Texten säger " + described(passage, amount) + ", men löftet om ett första svar är " + days(days),
                "Skriv " + days(days) + ", eller ändra löftet om ett första svar");
    }

    private static Optional<TermsFinding> handling(Passage passage, Amount amount, OptionalInt handlingDays) {
        if (handlingDays.isPresent() && promises(amount, handlingDays.getAsInt())) {
            return Optional.empty();
        }
        String but = handlingDays.isPresent()
                ? "men handläggningstiden är " + days(handlingDays.getAsInt())
                : "men ärendetypen har ingen handläggningstid";
        String suggestion = handlingDays.isPresent()
                ? "Skriv " + days(handlingDays.getAsInt()) + ", eller ändra handläggningstiden"
                : "Ange ärendetypens handläggningstid";
        return Optional.of(passage.found(
                TermsFinding.Rule.PROMISED_DAYS,
                Severity.WARNING,
                amount.start(),
                amount.end(),
                "Texten säger " + described(passage, amount) + ", " + but,
                suggestion));
    }

    /** What is written, and what it means where that is not the same. */
    private static String described(Passage passage, Amount amount) {
        String written = passage.quoted(amount.start(), amount.end());
        String meant = days(amount.workingDays());
        boolean plain = amount.high() == 0 || amount.unit() == Amount.Unit.MONTH || written.equals(meant);
        return plain ? "”" + written + "”" : "”" + written + "” (" + meant + ")";
    }

    /** What concerns the terms as a whole: a reminder that comes after what was promised is worse than one before. */
    static Optional<TermsFinding> reminder(CheckContext expected) {
        if (expected.longestDays().isEmpty() || expected.reminderDays().isEmpty()) {
            return Optional.empty();
        }
        int longest = expected.longestDays().getAsInt();
        int reminder = expected.reminderDays().getAsInt();
        if (longest == reminder) {
            return Optional.empty();
        }
        return Optional.of(new TermsFinding(
                TermsFinding.Rule.STAFF_REMINDER,
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
