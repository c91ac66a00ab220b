package org.careunit.terms.internal.check;

import java.util.List;
import java.util.regex.Pattern;
import org.careunit.api.terms.TermsFinding;
import org.careunit.api.terms.TermsFinding.Severity;

/** A guardian acts for a child until the day it turns 13. */
final class ProxyAge implements Rule {

    private static final int AGE = 13;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern PROXY =
            Pattern.compile("ombud|vårdnadshavar|föräld|(?:för|åt)\\s+(?:ditt|sitt|ert|mitt)\\s+barn|barnets", FLAGS);

    /** "Till och med 12 år" says the same as "under 13 år". */
    private static final Pattern INCLUDED =
            Pattern.compile("(?:till\\s+och\\s+med|t\\.?\\s?o\\.?\\s?m\\.?|är\\s+högst)\\s*$", FLAGS);

    @Override
    public List<TermsFinding> find(Passage passage, Expected expected) {
        return Amount.in(passage).stream()
                .filter(amount -> amount.unit() == Amount.Unit.YEAR && !isRight(passage, amount))
                .filter(amount ->
                        PROXY.matcher(passage.sentence(amount.start())).find())
                .map(amount -> passage.found(
                        Severity.WARNING,
                        amount.start(),
                        amount.end(),
                        "Vårdnadshavare är ombud för barn som inte har fyllt " + AGE + " år",
                        "Skriv " + AGE + " år"))
                .toList();
    }

    private static boolean isRight(Passage passage, Amount amount) {
        if (amount.low() == AGE) {
            return true;
        }
        String before = passage.text().substring(0, amount.start());
        return amount.high() == AGE - 1
                && (amount.low() == 0 || INCLUDED.matcher(before).find());
    }
}
