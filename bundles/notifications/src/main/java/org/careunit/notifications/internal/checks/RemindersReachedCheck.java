package org.careunit.notifications.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.storage.DueCases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the reminders about the unit's open cases had recipients. */
@Component
public final class RemindersReachedCheck implements ReadinessCheck {

    private final DueCases dues;

    @Activate
    public RemindersReachedCheck(@Reference DueCases dues) {
        this.dues = dues;
    }

    @Override
    public String key() {
        return "reminders-reached";
    }

    @Override
    public String title() {
        return "Påminnelser når någon";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        long cases = dues.openWithoutRecipient(question.unit());
        return CheckResult.toFix(cases == 0 ? List.of() : List.of(NotificationProblem.NOBODY_REMINDED.with(cases)));
    }
}
