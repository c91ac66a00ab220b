package org.careunit.api.settings;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.Problems;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.PastedText;
import org.careunit.api.time.SwedishTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours on days of the week, in the syntax of the HSA schema's {@code hsaSurgeryHours}, {@code hsaTelephoneTime} and
 * {@code hsaDropInHours}: first day, last day, from, to; days from 1, Monday, to 7, Sunday. Read with seconds, too;
 * kept without. Hours are those of Europe/Stockholm, and never cross midnight: a night is two spans.
 *
 * @param value for example {@code 1-5#08:00#17:00}; the end may be {@code 24:00}; never null
 */
public record HoursSpan(String value) implements Comparable<HoursSpan> {

    private static final Pattern FORM = Pattern.compile("([1-7])(?:-([1-7]))?#"
            + "([01]?\\d|2[0-3]):([0-5]\\d)(?::00)?#" + "(?:([01]?\\d|2[0-3]):([0-5]\\d)|24:00)(?::00)?");
    private static final String MIDNIGHT = "24:00";

    /** @throws RefusedException if {@code value} has another form, or ends before it starts */
    public HoursSpan {
        Matcher form = value == null ? null : FORM.matcher(PastedText.compact(value));
        if (form == null || !form.matches()) {
            throw refused();
        }
        String lastDay = form.group(2) == null ? form.group(1) : form.group(2);
        String from = hour(form.group(3)) + ":" + form.group(4);
        String to = form.group(5) == null ? MIDNIGHT : hour(form.group(5)) + ":" + form.group(6);
        if (form.group(1).compareTo(lastDay) > 0 || from.compareTo(to) >= 0) {
            throw refused();
        }
        value = form.group(1) + "-" + lastDay + "#" + from + "#" + to;
    }

    private static String hour(String written) {
        return written.length() == 1 ? "0" + written : written;
    }

    private static RefusedException refused() {
        return SectionProblem.HOURS.refusedAt("hours");
    }

    /** Reads a span as people and directories write it: blanks around it are accepted. */
    public static HoursSpan of(String written) {
        return new HoursSpan(written);
    }

    public DayOfWeek firstDay() {
        return DayOfWeek.of(digit(0));
    }

    public DayOfWeek lastDay() {
        return DayOfWeek.of(digit(2));
    }

    public LocalTime from() {
        return LocalTime.parse(value.substring(4, 9));
    }

    /** The end, itself not included; {@link LocalTime#MIDNIGHT} for the end of the day. */
    public LocalTime to() {
        String to = value.substring(10);
        return to.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(to);
    }

    /** Whether the clock on the wall in Sweden shows hours of this span. */
    public boolean isOpenAt(Instant instant) {
        ZonedDateTime there = instant.atZone(SwedishTime.ZONE);
        int day = there.getDayOfWeek().getValue();
        int minute = there.getHour() * 60 + there.getMinute();
        return digit(0) <= day && day <= digit(2) && minuteAt(4) <= minute && minute < minuteAt(10);
    }

    private int minuteAt(int place) {
        return (digit(place) * 10 + digit(place + 1)) * 60 + digit(place + 3) * 10 + digit(place + 4);
    }

    private int digit(int place) {
        return value.charAt(place) - '0';
    }

    /** Each span once, in the order of the week. */
    static List<HoursSpan> sorted(Problems problems, String name, @Nullable List<HoursSpan> spans, int most) {
        return SectionRules.atMost(problems, name, spans, most).stream()
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public int compareTo(HoursSpan other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
