package org.careunit.terms.internal.check;

import java.util.List;
import java.util.stream.Collectors;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** Until when a visit may be cancelled hangs on the care level. */
final class CancelLimit implements Rule {

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        return Amount.in(passage).stream()
                .filter(amount -> Cancelling.isLimit(passage, amount))
                .filter(amount -> !expected.cancelHours().contains(amount.hours()))
                .map(amount -> found(passage, amount, expected))
                .toList();
    }

    private static TermsFinding found(Passage passage, Amount amount, Expected expected) {
        String allowed =
                expected.cancelHours().stream().sorted().map(String::valueOf).collect(Collectors.joining(" eller "));
        return passage.found(
                Severity.WARNING,
                amount.start(),
                amount.end(),
                "Texten säger att ett besök kan avbokas senast " + amount.hours()
                        + " timmar före, men regionens gräns för vårdnivån är " + allowed + " timmar",
                "Skriv " + allowed + " timmar");
    }
}
