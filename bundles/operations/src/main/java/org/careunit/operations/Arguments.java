package org.careunit.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.time.SwedishTime;

/** Parses arguments of commands; invalid ones are not repeated in errors, since they may contain personal data. */
public final class Arguments {

    private static final int DAY = 10;
    private static final Pattern OFFSET = Pattern.compile("(?:[+-]\\d\\d:\\d\\d|[Zz])$");

    /** Stands for an unknown sex or municipality. */
    private static final String UNKNOWN = "unknown";

    private Arguments() {}

    /**
     * A resident from a command's arguments: {@code unknown} stands for what the population register does not say; the
     * pseudonym may be null.
     */
    public static Resident resident(String birthDate, String sex, String municipality, String pseudonym) {
        Optional<MunicipalityCode> where = known(municipality).map(MunicipalityCode::of);
        return new Resident(
                day(birthDate),
                known(sex).map(Arguments::sex),
                where.map(MunicipalityCode::county),
                where,
                Optional.ofNullable(pseudonym).map(ResidentPseudonym::new));
    }

    private static Optional<String> known(String written) {
        return Optional.of(written).filter(word -> !word.strip().equalsIgnoreCase(UNKNOWN));
    }

    /** A day, such as 2015-03-01. */
    public static LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException wrong) {
            throw CommandProblem.ARGUMENT.refused("Write a day as year, month and day, for example 2015-03-01");
        }
    }

    /** As {@link #at(String, String)}; now, if the option {@code --at} was not written. */
    public static Instant at(String written, Clock clock) {
        return written == null ? clock.instant() : at("--at", written);
    }

    /**
     * A day, which stands for its beginning, or a local time in Sweden; or a time with its offset, as commands show it.
     *
     * @param what is read, for the refusal
     */
    public static Instant at(String what, String written) {
        String given = written.strip();
        try {
            if (given.length() == DAY) {
                return LocalDate.parse(given).atStartOfDay(SwedishTime.ZONE).toInstant();
            }
            return OFFSET.matcher(given).find()
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDateTime.parse(given).atZone(SwedishTime.ZONE).toInstant();
        } catch (DateTimeParseException wrong) {
            throw CommandProblem.ARGUMENT.refused(what + ": write a day or a local time, for example 2026-03-01T08:00");
        }
    }

    /**
     * The maximum number of rows.
     *
     * @throws RefusedException unless it is 1 to {@code most}
     */
    public static int limit(int written, int most) {
        if (written < 1 || written > most) {
            throw CommandProblem.ARGUMENT.refused("--limit must be a number from 1 to " + most + ", not " + written);
        }
        return written;
    }

    /** An instant as operators write and read it: local time in Sweden, to the second, with its offset. */
    public static String local(Instant at) {
        return at.atZone(SwedishTime.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Sex sex(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            default -> throw CommandProblem.ARGUMENT.refused("Write female or male as the sex");
        };
    }
}
