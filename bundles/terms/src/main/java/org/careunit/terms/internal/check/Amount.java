package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A number of something in a text, such as "3–5 arbetsdagar", "en vecka", "nästa vardag" or "några dagar".
 *
 * @param first the index of its first token
 * @param last the index of its last token, the unit
 * @param start where it begins
 * @param end where it ends
 * @param low the smaller number of a range, else the number
 * @param high the number, the larger of a range
 * @param vague whether no number is said, as in "några dagar"
 */
record Amount(int first, int last, int start, int end, double low, double high, boolean vague, Unit unit) {

    private static final int MOST = 100;
    private static final int DAYS_IN_A_WEEK = 5;
    private static final int HOURS_IN_A_DAY = 24;

    private static final Set<String> BETWEEN_NUMBER_AND_UNIT =
            Set.of("helgfria", "helgfri", "hela", "hel", "fulla", "få", "-", "–");
    private static final Set<String> RANGE = Set.of("-", "–", "—", "till", "eller", "à", "á", "och");
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");
    private static final Set<String> ENDS = Set.of(".", "!", "?", ",", ";", ")", "om", "när", "under", "på");

    /** How many words after an amount another may do without its unit. */
    private static final int NEAR = 12;

    private static final Set<String> NEXT = Set.of(
            "nästa", "nästkommande", "nästföljande", "påföljande", "närmaste", "närmsta", "följande", "efterföljande");
    private static final Set<String> VAGUE = Set.of("några", "någon", "par", "flera", "enstaka", "fåtal", "tiotal");
    private static final Map<String, Unit> UNITS = units();

    /** What is counted. */
    enum Unit {
        WORKING_DAY,
        WEEK,
        MONTH,
        /** Days without saying which days of the week count. */
        DAY,
        HOUR,
        YEAR
    }

    /** The first {@value #MOST} amounts of a text. */
    static List<Amount> in(List<Token> tokens) {
        List<Amount> amounts = new ArrayList<>();
        for (int at = 1; at < tokens.size() && amounts.size() < MOST; at++) {
            Unit unit = UNITS.get(tokens.get(at).text());
            Amount amount = unit == null ? withoutUnit(tokens, at, amounts) : before(tokens, at, unit);
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    /** "Inom sju vardagar, på sommaren inom tio": a number behind "inom" is of the unit before it. */
    private static Amount withoutUnit(List<Token> tokens, int at, List<Amount> amounts) {
        if (amounts.isEmpty()
                || !tokens.get(at - 1).is("inom")
                || SwedishNumbers.value(tokens.get(at)).isEmpty()) {
            return null;
        }
        Amount before = amounts.get(amounts.size() - 1);
        boolean endsHere =
                at + 1 == tokens.size() || ENDS.contains(tokens.get(at + 1).text());
        boolean isNear = at - before.last() < NEAR
                && tokens.subList(before.last(), at).stream().noneMatch(token -> SENTENCE_ENDS.contains(token.text()));
        return endsHere && isNear ? number(tokens, at, at, before.unit()) : null;
    }

    private static Amount before(List<Token> tokens, int unitAt, Unit unit) {
        int at = skipParenthesis(tokens, unitAt - 1);
        while (at > 0 && BETWEEN_NUMBER_AND_UNIT.contains(tokens.get(at).text())) {
            at--;
        }
        at = skipParenthesis(tokens, at);
        if (at < 0) {
            return null;
        }
        String quantity = tokens.get(at).text();
        if (VAGUE.contains(quantity)) {
            int first = at > 0 && tokens.get(at - 1).is("ett") ? at - 1 : at;
            return of(tokens, first, unitAt, 0, 0, true, unit);
        }
        if (isDayOrWeek(unit) && quantity.equals("samma")) {
            return of(tokens, at, unitAt, 0, 0, false, unit);
        }
        if (isDayOrWeek(unit) && NEXT.contains(quantity)) {
            return of(tokens, at, unitAt, 1, 1, false, unit);
        }
        return number(tokens, at, unitAt, unit);
    }

    private static Amount number(List<Token> tokens, int at, int unitAt, Unit unit) {
        OptionalDouble high = SwedishNumbers.value(tokens.get(at));
        if (high.isEmpty()) {
            return null;
        }
        if (at >= 2 && RANGE.contains(tokens.get(at - 1).text())) {
            OptionalDouble low = SwedishNumbers.value(tokens.get(at - 2));
            if (low.isPresent() && low.getAsDouble() < high.getAsDouble()) {
                return of(tokens, at - 2, unitAt, low.getAsDouble(), high.getAsDouble(), false, unit);
            }
        }
        return of(tokens, at, unitAt, high.getAsDouble(), high.getAsDouble(), false, unit);
    }

    /** "5 (fem) arbetsdagar": what is in the parenthesis repeats the number before it. */
    private static int skipParenthesis(List<Token> tokens, int at) {
        boolean repeats =
                at >= 3 && tokens.get(at).is(")") && tokens.get(at - 2).is("(");
        return repeats ? at - 3 : at;
    }

    private static boolean isDayOrWeek(Unit unit) {
        return unit == Unit.DAY || unit == Unit.WORKING_DAY || unit == Unit.WEEK;
    }

    private static Amount of(
            List<Token> tokens, int first, int last, double low, double high, boolean vague, Unit unit) {
        return new Amount(
                first, last, tokens.get(first).start(), tokens.get(last).end(), low, high, vague, unit);
    }

    /** In working days, of which a week has five; a part of a day is one. */
    int workingDays() {
        return (int) Math.ceil(unit == Unit.WEEK ? high * DAYS_IN_A_WEEK : high);
    }

    int hours() {
        return (int) Math.ceil(
                switch (unit) {
                    case HOUR -> high;
                    case WEEK -> high * 7 * HOURS_IN_A_DAY;
                    default -> high * HOURS_IN_A_DAY;
                });
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        for (String kind : List.of("arbets", "var", "handläggnings", "bank")) {
            for (String form : List.of("dag", "dagar", "dagars", "dagarna", "dagen", "dags")) {
                units.put(kind + form, Unit.WORKING_DAY);
            }
        }
        for (String form : List.of("vecka", "veckor", "veckas", "veckors", "veckan", "veckorna")) {
            units.put(form, Unit.WEEK);
            units.put("arbets" + form, Unit.WEEK);
        }
        List.of("månad", "månader", "månads", "månaders").forEach(form -> units.put(form, Unit.MONTH));
        List.of("dag", "dagar", "dagars", "dagarna", "dags", "dar", "dgr", "dygn", "dygns", "kalenderdagar")
                .forEach(form -> units.put(form, Unit.DAY));
        List.of("timme", "timmar", "timmars", "timmarna", "tim", "h").forEach(form -> units.put(form, Unit.HOUR));
        List.of("år", "års", "åring", "åringar", "årig", "åriga", "årsdag", "årsdagen")
                .forEach(form -> units.put(form, Unit.YEAR));
        return Map.copyOf(units);
    }
}
