package org.careunit.notifications.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.storage.CaseDues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether reminders of the unit's open cases have found somebody to tell. */
@Component
public final class RemindersReachedCheck implements ReadinessCheck {

    private final CaseDues dues;

    @Activate
    public RemindersReachedCheck(@Reference CaseDues dues) {
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
    public CheckResult look(CheckRequest question) {
        long cases = dues.openWithoutRecipient(question.unit());
        return CheckResult.toMend(
                cases == 0
                        ? List.of()
                        : List.of(cases + " ärenden har inte hanterats i tid och ingen kunde påminnas: ge någon"
                                + " behörigheten ärendemottagare, eller skriv en adress under Avisering via e-post."));
    }
}
