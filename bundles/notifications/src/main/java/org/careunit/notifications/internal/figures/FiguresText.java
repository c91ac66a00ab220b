package org.careunit.notifications.internal.figures;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.cases.MonthFigures;
import org.careunit.api.cases.MonthFigures.Spread;
import org.careunit.api.identity.CaseTypeKey;

/** Converts the figures of a month and type to and from their stored form. */
final class FiguresText {

    private static final int FIELDS = 12;

    private FiguresText() {}

    static String write(MonthFigures figures) {
        return Stream.of(
                        figures.received(),
                        figures.withdrawn(),
                        figures.open(),
                        figures.overdue(),
                        figures.answered(),
                        figures.promised(),
                        figures.inTime(),
                        text(figures.firstReply().median()),
                        text(figures.firstReply().ninetieth()),
                        text(figures.answer().median()),
                        text(figures.answer().ninetieth()),
                        figures.reminders())
                .map(String::valueOf)
                .collect(Collectors.joining(";"));
    }

    /** @throws IllegalStateException if it was not written by {@link #write} */
    static MonthFigures read(YearMonth month, CaseTypeKey type, String written) {
        List<String> parts = List.of(written.split(";", -1));
        if (parts.size() != FIELDS) {
            throw new IllegalStateException("Stored figures have " + parts.size() + " fields");
        }
        List<Long> counts = parts.subList(0, 7).stream().map(Long::valueOf).toList();
        return new MonthFigures(
                month,
                type,
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                counts.get(5),
                counts.get(6),
                new Spread(number(parts.get(7)), number(parts.get(8))),
                new Spread(number(parts.get(9)), number(parts.get(10))),
                Long.parseLong(parts.get(11)));
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? String.valueOf(number.getAsDouble()) : "";
    }

    private static OptionalDouble number(String written) {
        return written.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(written));
    }
}
