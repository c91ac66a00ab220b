package org.careunit.settings.internal.checks;

import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether every section that the unit has and can change was saved or confirmed once. */
@Component
public final class SectionsCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;

    @Activate
    public SectionsCheck(@Reference UnitSettings settings) {
        this.settings = settings;
    }

    @Override
    public String key() {
        return "sections";
    }

    @Override
    public String title() {
        return Point.SETTINGS.title();
    }

    @Override
    public Optional<Point> point() {
        return Optional.of(Point.SETTINGS);
    }

    @Override
    public CheckResult check(CheckRequest question) {
        return CheckResult.toFix(settings.sections(US, question.unit()).stream()
                .filter(section -> section.shown() && !section.locked() && section.version() == 0)
                .map(section -> SettingsProblem.SECTION_OPEN.with(section.title()))
                .toList());
    }
}
