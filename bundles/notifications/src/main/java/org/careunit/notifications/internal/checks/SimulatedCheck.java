package org.careunit.notifications.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.texts.UnitRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the unit is simulating, so that its messages are not sent. */
@Component
public final class SimulatedCheck implements ReadinessCheck {

    private final UnitRules rules;

    @Activate
    public SimulatedCheck(@Reference UnitRules rules) {
        this.rules = rules;
    }

    @Override
    public String key() {
        return "simulated";
    }

    @Override
    public String title() {
        return "Meddelanden skickas";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        return CheckResult.toFix(
                rules.isSimulated(question.unit()) ? List.of(NotificationProblem.SIMULATES.with()) : List.of());
    }
}
