package org.careunit.terms.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of something in a text, such as "3–5 arbetsdagar" or "en vecka".
 *
 * @param start where it begins
 * @param end where it ends
 * @param low the smaller number of a range, else the number
 * @param high the number, the larger of a range
 */
record Amount(int start, int end, double low, double high, Unit unit) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final int DAYS_IN_A_WEEK = 5;
    private static final int HOURS_IN_A_DAY = 24;

    /** The time of day is no promise: "kl. 8–16 vardagar". */
    private static final Pattern CLOCK = Pattern.compile("(?:\\bkl\\.?|\\bklockan|\\bmellan|\\bfrån)[\\s\\h]*$", FLAGS);

    private static final Pattern HOURS_OF_OPENING =
            Pattern.compile("\\b(?:kl|klockan|öppet|öppen|öppettid\\w*|telefontid\\w*)\\b", FLAGS);

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<!\\p{N}[.,:])(?<low>" + SwedishNumbers.PATTERN + ")"
                    + "(?:[\\s\\h]*(?:-|–|—|\\btill\\b|\\beller\\b|\\boch\\b)[\\s\\h]*(?<high>" + SwedishNumbers.PATTERN
                    + "))?(?:[\\s\\h]*\\([^()]{1,15}\\))?(?:[\\s\\h]+|-)(?:hela?[\\s\\h]+)?(?:"
                    + "(?<work>(?:handläggnings|arbets|var)dag(?:ar|arna|en|ars|s)?)"
                    + "|(?<week>(?:arbets)?veck(?:a|an|as|or|orna|ors)?)"
                    + "|(?<plain>dag(?:ar|arna|en|ars|s)?|dygn(?:et|s)?)"
                    + "|(?<hour>tim(?:me|men|mar|marna|mars)?|h)"
                    + "|(?<year>år(?:s|et|ing|ingar|ig|iga|igt|ingen)?)"
                    + ")(?![\\p{L}\\p{N}])",
            FLAGS);

    /** What is counted. */
    enum Unit {
        WORKING_DAY("work"),
        WEEK("week"),
        /** Days of which nobody says whether a Sunday counts. */
        DAY("plain"),
        HOUR("hour"),
        YEAR("year");

        private final String group;

        Unit(String group) {
            this.group = group;
        }
    }

    static List<Amount> in(Passage passage) {
        List<Amount> amounts = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(passage.text());
        while (matcher.find()) {
            if (!isTimeOfDay(passage, matcher)) {
                amounts.add(of(matcher));
            }
        }
        return amounts;
    }

    private static boolean isTimeOfDay(Passage passage, Matcher matcher) {
        boolean range = matcher.group("high") != null;
        String before = passage.text().substring(0, matcher.start());
        if (matcher.group(Unit.YEAR.group) == null && CLOCK.matcher(before).find()) {
            return true;
        }
        return range
                && HOURS_OF_OPENING.matcher(passage.sentence(matcher.start())).find();
    }

    private static Amount of(Matcher matcher) {
        double low = SwedishNumbers.value(matcher.group("low"));
        String upper = matcher.group("high");
        double high = upper == null ? low : SwedishNumbers.value(upper);
        for (Unit unit : Unit.values()) {
            if (matcher.group(unit.group) != null) {
                return new Amount(matcher.start(), matcher.end(), low, Math.max(low, high), unit);
            }
        }
        throw new IllegalStateException("The pattern has a unit in every branch");
    }

    /** In working days, of which a week has five; a part of a day is one. */
    int workingDays() {
        return (int) Math.ceil(unit == Unit.WEEK ? high * DAYS_IN_A_WEEK : high);
    }

    int hours() {
        return (int) Math.ceil(unit == Unit.HOUR ? high : high * HOURS_IN_A_DAY);
    }
}
