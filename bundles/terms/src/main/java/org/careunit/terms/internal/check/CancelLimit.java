package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Finds cancellation limits other than the region's for the unit's care level, where the region has said one. */
final class CancelLimit implements TextRule {

    private static final int DAY = 24;

    /** "Senast dagen före besöket". */
    private static final Pattern DAY_BEFORE =
            WordPattern.of("‹(?:dagen|dygnet|vardagen|arbetsdagen|dag|dygn|vardag|arbetsdag) (?:före|innan)›");

    @Override
    public List<TermsFinding> find(Passage passage, CheckContext expected) {
        if (expected.cancelHours().isEmpty()) {
            return List.of();
        }
        List<TermsFinding> found = new ArrayList<>();
        passage.amounts().stream()
                .filter(amount -> Cancelling.isLimit(passage, amount))
                .filter(amount -> !expected.cancelHours().contains(amount.hours()))
                .map(amount -> found(passage, amount.start(), amount.end(), expected))
                .forEach(found::add);
        if (!expected.cancelHours().contains(DAY)) {
            for (Matcher day = DAY_BEFORE.matcher(passage.lower()); day.find(); ) {
                if (isOneDay(passage, day)) {
                    found.add(found(passage, day.start(), day.end(), expected));
                }
            }
        }
        return found;
    }

    private static boolean isOneDay(Passage passage, Matcher day) {
        Sentence sentence = passage.sentence(day.start());
        return Cancelling.speaksOfCancelling(sentence)
                && sentence.before(day.start()).contains("senast")
                && passage.amounts().stream()
                        .noneMatch(amount -> amount.start() < day.end() && day.start() < amount.end());
    }

    private static TermsFinding found(Passage passage, int start, int end, CheckContext expected) {
        String allowed =
                expected.cancelHours().stream().sorted().map(String::valueOf).collect(Collectors.joining(" eller "));
        return passage.found(
                TermsFinding.Rule.CANCEL_LIMIT,
                Severity.WARNING,
                start,
                end,
                "Texten säger att ett besök kan avbokas senast ”" + passage.quoted(start, end)
                        + "” före, men regionens gräns för vårdnivån är " + allowed + " timmar",
                "Skriv " + allowed + " timmar");
    }
}
