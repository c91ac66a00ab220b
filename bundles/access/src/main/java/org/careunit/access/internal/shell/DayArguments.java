package org.careunit.access.internal.shell;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;

/** Parses days as written at the console: {@code 2026-12-01}. */
public final class DayArguments {

    private DayArguments() {}

    /** Permissions from a first to a last day, either of which may be null. */
    public static Map<Permission, GrantPeriod> dated(Set<Permission> permissions, String from, String until) {
        GrantPeriod period = GrantPeriod.days(read(from), read(until));
        return permissions.stream().collect(Collectors.toMap(one -> one, one -> period));
    }

    private static Optional<LocalDate> read(String day) {
        return Optional.ofNullable(day).map(org.careunit.operations.Arguments::day);
    }
}
