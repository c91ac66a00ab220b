package org.careunit.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;
import org.careunit.api.time.SwedishTime;

/**
 * Reads what an operator writes after a command; what cannot be read is not repeated, since it may tell of a person.
 */
public final class Arguments {

    private static final int DAY = 10;

    private Arguments() {}

    /** A resident, as the commands that ask about one have it; the pseudonym may be null. */
    public static Resident resident(String birthDate, String sex, String municipality, String pseudonym) {
        MunicipalityCode where = MunicipalityCode.of(municipality);
        return new Resident(day(birthDate), sex(sex), where.county(), where, Optional.ofNullable(pseudonym));
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
     * A day, which stands for its beginning, or a local time in Sweden.
     *
     * @param what is read, for the refusal
     */
    public static Instant at(String what, String written) {
        String given = written.strip();
        try {
            LocalDateTime local =
                    given.length() == DAY ? LocalDate.parse(given).atStartOfDay() : LocalDateTime.parse(given);
            return local.atZone(SwedishTime.ZONE).toInstant();
        } catch (DateTimeParseException wrong) {
            throw CommandProblem.ARGUMENT.refused(what + ": write a day or a local time, for example 2026-03-01T08:00");
        }
    }

    /**
     * How many rows an operator wants to see.
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
