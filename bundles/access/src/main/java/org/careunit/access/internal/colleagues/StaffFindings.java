package org.careunit.access.internal.colleagues;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.GrantPeriod;
import org.careunit.api.access.Permission;
import org.careunit.api.access.PermissionFinding;
import org.careunit.api.access.PermissionFinding.Severity;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.StaffId;

/** Finds problems in the list of a unit's staff. */
public final class StaffFindings {

    private static final Duration SOON = Duration.ofDays(14);

    private final List<PermissionFinding> found = new ArrayList<>();
    private final Instant now;

    private StaffFindings(Instant now) {
        this.now = now;
    }

    /** The worst first. */
    public static List<PermissionFinding> in(List<StaffAtUnit> list, Instant now) {
        StaffFindings findings = new StaffFindings(now);
        findings.checkUnit(list);
        list.forEach(findings::checkEntry);
        return findings.found.stream()
                .sorted(Comparator.comparing(PermissionFinding::severity))
                .toList();
    }

    private void checkUnit(List<StaffAtUnit> list) {
        requireSomebody(list, Permission.UNIT_ADMINISTRATOR);
        if (count(list, Permission.UNIT_ADMINISTRATOR) == 1) {
            add(Severity.WARNING, Optional.empty(), AccessProblem.ONE_ADMINISTRATOR.with());
        }
        requireSomebody(list, Permission.CASE_RECEIVER);
        requireSomebody(list, Permission.CASE_HANDLER);
    }

    private void requireSomebody(List<StaffAtUnit> list, Permission permission) {
        if (count(list, permission) == 0) {
            add(
                    Severity.ERROR,
                    Optional.empty(),
                    AccessProblem.NOBODY_WITH_PERMISSION.with(permission, permission.swedish()));
        }
    }

    private long count(List<StaffAtUnit> list, Permission permission) {
        return list.stream()
                .filter(place -> place.inEffectAt(now).contains(permission))
                .count();
    }

    private void checkEntry(StaffAtUnit place) {
        if (place.locked()) {
            add(Severity.NOTE, Optional.of(place.staff()), AccessProblem.LOCKED.with());
        }
        place.employedUntil().ifPresent(end -> checkEmployment(place.staff(), end));
        place.grants().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(granted -> checkEnd(place.staff(), granted.getKey(), granted.getValue()));
    }

    private void checkEmployment(StaffId staff, Instant end) {
        LocalDate last =
                new GrantPeriod(Optional.empty(), Optional.of(end)).lastDay().orElseThrow();
        if (!now.isBefore(end)) {
            add(Severity.WARNING, Optional.of(staff), AccessProblem.EMPLOYMENT_ENDED.with());
        } else if (isSoon(end)) {
            add(Severity.WARNING, Optional.of(staff), AccessProblem.EMPLOYMENT_ENDS.with(last));
        }
    }

    private void checkEnd(StaffId staff, Permission permission, GrantPeriod period) {
        period.until()
                .filter(end -> now.isBefore(end) && isSoon(end))
                .flatMap(end -> period.lastDay())
                .ifPresent(last -> add(
                        Severity.WARNING,
                        Optional.of(staff),
                        AccessProblem.PERMISSION_ENDS.with(permission, permission.swedish(), last)));
    }

    private boolean isSoon(Instant end) {
        return !end.isAfter(now.plus(SOON));
    }

    private void add(Severity severity, Optional<StaffId> staff, Problem problem) {
        found.add(new PermissionFinding(severity, staff, problem));
    }
}
