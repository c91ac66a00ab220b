package org.careunit.settings.internal.checks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.time.SwedishTime;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the unit's closed days leave a working day soon, without which no reminders are sent to staff. */
@Component
public final class CalendarCheck implements ReadinessCheck {

    /** A quarter of a year, which is longer than a summer break. */
    static final int DAYS = 92;

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;
    private final Clock clock;

    @Activate
    public CalendarCheck(@Reference UnitSettings settings, @Reference(target = "(careunit=internal)") Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "calendar";
    }

    @Override
    public String title() {
        return "Mottagningen har arbetsdagar";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        ClosedDays calendar =
                settings.read(US, question.unit(), ClosedDays.class).content();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
        boolean isOpen = today.datesUntil(today.plusDays(DAYS)).anyMatch(calendar::isWorkingDay);
        return CheckResult.toFix(isOpen ? List.of() : List.of(SettingsProblem.NO_WORKING_DAY.with(DAYS)));
    }
}
