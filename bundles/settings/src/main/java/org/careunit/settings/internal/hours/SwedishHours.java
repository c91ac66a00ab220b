package org.careunit.settings.internal.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.careunit.api.settings.HoursSpan;

/** Writes opening hours for residents, such as "måndag–fredag 08.00–17.00". */
public final class SwedishHours {

    private static final List<String> DAYS =
            List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag");

    private SwedishHours() {}

    /** One line for each span, in the order given. */
    public static List<String> lines(List<HoursSpan> spans) {
        return spans.stream().map(SwedishHours::line).toList();
    }

    public static String line(HoursSpan span) {
        return days(span) + " " + hour(span.from()) + "–" + end(span.to());
    }

    private static String days(HoursSpan span) {
        String first = name(span.firstDay());
        return span.firstDay() == span.lastDay() ? first : first + "–" + name(span.lastDay());
    }

    private static String name(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    private static String hour(LocalTime time) {
        return time.toString().replace(':', '.');
    }

    private static String end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24.00" : hour(time);
    }
}
