package org.careunit.finding.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.Sex;

/** Reads what an operator writes after a command; what cannot be read is not repeated, since it may tell of a person. */
final class Asked {

    private static final int DAY = 10;

    private Asked() {}

    static Resident resident(String birthDate, String sex, String municipality, String pseudonym) {
        MunicipalityCode where = MunicipalityCode.of(municipality);
        return new Resident(day(birthDate), sex(sex), where.county(), where, Optional.ofNullable(pseudonym));
    }

    static LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException wrong) {
            throw new RefusedException("Write a day as year, month and day, for example 2015-03-01");
        }
    }

    static Instant at(String written, Clock clock) {
        if (written == null) {
            return clock.instant();
        }
        if (written.strip().length() <= DAY) {
            return day(written).atStartOfDay(Ages.STOCKHOLM).toInstant();
        }
        try {
            return LocalDateTime.parse(written.strip()).atZone(Ages.STOCKHOLM).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new RefusedException("--at: write a day or a local time, for example 2026-03-01T08:00");
        }
    }

    private static Sex sex(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            default -> throw new RefusedException("Write female or male as the sex");
        };
    }
}
