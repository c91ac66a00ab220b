package org.careunit.access.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.PermissionFinding;
import org.careunit.api.access.PermissionFinding.Severity;
import org.careunit.api.access.Permissions;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the unit has staff for each task; also reports what will be missing soon. */
@Component
public final class StaffingCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Permissions permissions;

    @Activate
    public StaffingCheck(@Reference Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public String key() {
        return "staffing";
    }

    @Override
    public String title() {
        return "Bemanning";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        List<PermissionFinding> findings = permissions.findings(US, question.unit()).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        boolean isShort = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new CheckResult(
                isShort ? CheckStatus.NOT_DONE : CheckStatus.DONE,
                findings.stream().map(StaffingCheck::problem).toList());
    }

    private static Problem problem(PermissionFinding finding) {
        Problem problem = finding.problem();
        return finding.staff()
                .map(who -> new Problem(
                        problem.code(),
                        who.value(),
                        problem.parameters(),
                        who + ": " + problem.swedish(),
                        who + ": " + problem.english()))
                .orElse(problem);
    }
}
