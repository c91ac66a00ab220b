package org.careunit.settings.internal.checks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.failure.Phrase;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.time.SwedishTime;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SupportSentence;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.DecidedSections;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks whether the archive is installed and reachable, and the unit's runs are on time. Not needed until the unit has
 * saved an interval.
 */
@Component
public final class ArchiveCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;
    private final ArchiveRuns runs;
    private final OptionalServices optionalServices;
    private final SectionStores stores;
    private final Clock clock;

    @Activate
    public ArchiveCheck(
            @Reference UnitSettings settings,
            @Reference ArchiveRuns runs,
            @Reference SettingsContext context,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.optionalServices = context.optionalServices();
        stores = context.store().stores();
        this.clock = clock;
    }

    @Override
    public String key() {
        return "archive";
    }

    @Override
    public String title() {
        return "Arkiv";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        ArchiveRuns.Status status = runs.status(US, question.unit());
        if (status.installed()) {
            return CheckResult.toFix(problems(question, status));
        }
        return DecidedSections.by(settings, question.unit(), ArchiveExport.class)
                        .isPresent()
                ? CheckResult.toFix(List.of(SettingsProblem.NO_ARCHIVE.with(support(question))))
                : CheckResult.notNeeded(SettingsProblem.ARCHIVE_NOT_NEEDED.with());
    }

    private List<Problem> problems(CheckRequest question, ArchiveRuns.Status status) {
        List<Problem> problems = new ArrayList<>();
        CountyCode region = stores.units().require(question.unit()).region();
        boolean down = optionalServices
                .archives()
                .filter(archive -> !archive.isReachable(region))
                .isPresent();
        if (down) {
            problems.add(SettingsProblem.ARCHIVE_DOWN.with(support(question)));
        } else {
            status.next()
                    .filter(this::isPast)
                    .ifPresent(day -> problems.add(SettingsProblem.ARCHIVE_LATE.with(day, support(question))));
        }
        runs.runs(US, question.unit(), PageRequest.first(1))
                .rows()
                .forEach(newest -> problems(question, newest, problems));
        return problems;
    }

    private void problems(CheckRequest question, ArchiveRun newest, List<Problem> problems) {
        if (newest.stage() == ArchiveRun.Stage.FAILED) {
            problems.add(SettingsProblem.ARCHIVE_STOPPED.with(support(question)));
        } else if (newest.stage() == ArchiveRun.Stage.CONFIRM
                && newest.problem().isPresent()) {
            problems.add(SettingsProblem.ARCHIVE_NOT_CONFIRMED.with(support(question)));
        }
        if (newest.counts().leftOut() > 0) {
            problems.add(SettingsProblem.ARCHIVE_LEFT_OUT.with(newest.counts().leftOut(), support(question)));
        }
    }

    private Phrase support(CheckRequest question) {
        return new SupportSentence(stores).sentence(stores.units().require(question.unit()));
    }

    private boolean isPast(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE));
    }
}
