package org.careunit.access.internal.checks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.careunit.access.internal.problems.AccessProblem;
import org.careunit.api.access.Permissions;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether anybody besides the first administrator has permissions at the unit now. */
@Component
public final class ColleaguesCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Permissions permissions;
    private final Clock clock;

    @Activate
    public ColleaguesCheck(@Reference Permissions permissions, @Reference(target = "(careunit=internal)") Clock clock) {
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "colleagues";
    }

    @Override
    public String title() {
        return Point.PERMISSIONS.title();
    }

    @Override
    public Optional<Point> point() {
        return Optional.of(Point.PERMISSIONS);
    }

    @Override
    public CheckResult check(CheckRequest question) {
        long able = permissions.atUnit(US, question.unit()).stream()
                .filter(place -> !place.inEffectAt(clock.instant()).isEmpty())
                .count();
        return CheckResult.toFix(able > 1 ? List.of() : List.of(AccessProblem.NO_COLLEAGUE.with()));
    }
}
