package org.careunit.settings.internal.checks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.Phrase;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks whether staff are reminded after as many days as residents are promised; registered while the case types
 * service is.
 */
@Component
public final class ReminderCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;
    private final CaseTypes types;

    @Activate
    public ReminderCheck(@Reference UnitSettings settings, @Reference CaseTypes types) {
        this.settings = settings;
        this.types = types;
    }

    @Override
    public String key() {
        return "reminder";
    }

    @Override
    public String title() {
        return "Påminnelse och handläggningstid";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        StaffReminder reminder =
                settings.read(US, question.unit(), StaffReminder.class).content();
        OptionalInt longest = types.ofUnit(US, question.unit()).stream()
                .filter(UnitCaseType::active)
                .map(UnitCaseType::handlingDays)
                .flatMapToInt(OptionalInt::stream)
                .max();
        if (!reminder.on() || longest.isEmpty()) {
            return CheckResult.notNeeded(
                    reminder.on() ? SettingsProblem.NO_HANDLING_TIME.with() : SettingsProblem.REMINDER_OFF.with());
        }
        return CheckResult.toFix(
                reminder.workingDays() == longest.getAsInt()
                        ? List.of()
                        : List.of(SettingsProblem.REMINDER_DIFFERS.with(
                                reminder.workingDays(), workingDays(longest.getAsInt()))));
    }

    private static Phrase workingDays(int days) {
        return days == 1
                ? new Phrase("1 arbetsdag", "1 working day")
                : new Phrase(days + " arbetsdagar", days + " working days");
    }
}
