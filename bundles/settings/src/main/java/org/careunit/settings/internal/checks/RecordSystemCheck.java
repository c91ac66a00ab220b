package org.careunit.settings.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.UnitSettings;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SupportSentence;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the medical-record system that is notified of new cases has passed its test message. */
@Component
public final class RecordSystemCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;
    private final OptionalServices optionalServices;
    private final SectionStores stores;

    @Activate
    public RecordSystemCheck(@Reference UnitSettings settings, @Reference SettingsContext context) {
        this.settings = settings;
        this.optionalServices = context.optionalServices();
        stores = context.store().stores();
    }

    @Override
    public String key() {
        return "record-system";
    }

    @Override
    public String title() {
        return "Journalsystem";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        boolean wanted = settings.read(US, question.unit(), RecordSystemNotification.class)
                .content()
                .on();
        if (!wanted) {
            return CheckResult.notNeeded(SettingsProblem.RECORD_SYSTEM_OFF.with());
        }
        if (optionalServices.recordSystem(question.unit()) != Progress.PASSED) {
            return CheckResult.toFix(List.of(SettingsProblem.RECORD_SYSTEM_UNTESTED.with()));
        }
        return CheckResult.toFix(
                optionalServices.reachesRecordSystem(question.unit())
                        ? List.of()
                        : List.of(SettingsProblem.RECORD_SYSTEM_DOWN.with(new SupportSentence(stores)
                                .sentence(stores.units().require(question.unit())))));
    }
}
