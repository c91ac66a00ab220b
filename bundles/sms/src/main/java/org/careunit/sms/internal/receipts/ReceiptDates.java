package org.careunit.sms.internal.receipts;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the dates of receipts: year with or without century, with or without seconds, with any signs between. If the
 * digits are ambiguous, the date nearest to the arrival is taken.
 */
final class ReceiptDates {

    private static final int FIRST_YEAR = 2000;
    private static final int MINUTE_DIGITS = 10;

    private ReceiptDates() {}

    /**
     * Reads one.
     *
     * @param arrival when the receipt came, by the SMS centre's clock
     * @return empty if it is none
     */
    static Optional<LocalDateTime> read(String written, LocalDateTime arrival) {
        String digits = written.replaceAll("[^0-9]", "");
        Stream<Optional<LocalDateTime>> readings =
                switch (digits.length()) {
                    case 10 -> Stream.of(shortYear(digits));
                    case 12 -> Stream.of(shortYear(digits), longYear(digits));
                    case 14 -> Stream.of(longYear(digits));
                    case 15 -> Stream.of(
                            shortYear(digits.substring(0, 12))); // tenths and a time zone behind (SMPP 3.4, 7.1.1)
                    default -> Stream.empty();
                };
        return readings.flatMap(Optional::stream).min(Comparator.comparing(date -> Duration.between(date, arrival)
                .abs()));
    }

    private static Optional<LocalDateTime> shortYear(String digits) {
        return date(FIRST_YEAR + pair(digits, 0), digits.substring(2));
    }

    private static Optional<LocalDateTime> longYear(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        return year < FIRST_YEAR ? Optional.empty() : date(year, digits.substring(4));
    }

    private static Optional<LocalDateTime> date(int year, String rest) {
        boolean hasSeconds = rest.length() + 2 > MINUTE_DIGITS;
        try {
            return Optional.of(LocalDateTime.of(
                    year, pair(rest, 0), pair(rest, 2), pair(rest, 4), pair(rest, 6), hasSeconds ? pair(rest, 8) : 0));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int pair(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
