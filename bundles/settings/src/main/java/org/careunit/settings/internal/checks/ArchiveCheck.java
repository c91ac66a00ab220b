package org.careunit.settings.internal.checks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.archive.ArchiveRun;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.time.SwedishTime;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.SupportSentence;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.sections.DecidedSections;
import org.careunit.settings.internal.sections.SectionStores;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the archive is there, can be reached, and takes the unit's cases when it is time to. Until the unit has saved
 * how often, it can do without one.
 */
@Component
public final class ArchiveCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final UnitSettings settings;
    private final ArchiveRuns runs;
    private final OptionalServices neighbours;
    private final SectionStores stores;
    private final Clock clock;

    @Activate
    public ArchiveCheck(
            @Reference UnitSettings settings,
            @Reference ArchiveRuns runs,
            @Reference SettingsContext kept,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.neighbours = kept.neighbours();
        stores = kept.store().stores();
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
    public CheckResult look(CheckRequest question) {
        ArchiveRuns.Standing standing = runs.standing(US, question.unit());
        if (standing.installed()) {
            return CheckResult.toMend(problems(question, standing));
        }
        return DecidedSections.by(settings, question.unit(), ArchiveExport.class)
                        .isPresent()
                ? CheckResult.toMend(List.of("Inget arkiv är anslutet, men mottagningen har sparat hur ofta ärenden ska"
                        + " arkiveras. " + support(question)))
                : CheckResult.notNeeded("Inget arkiv är anslutet, och mottagningen har inte ställt in arkivexport.");
    }

    private List<String> problems(CheckRequest question, ArchiveRuns.Standing standing) {
        List<String> problems = new ArrayList<>();
        CountyCode region = stores.units().require(question.unit()).region();
        boolean down = neighbours
                .archives()
                .filter(archive -> !archive.isReachable(region))
                .isPresent();
        if (down) {
            problems.add("Arkivet kan inte nås just nu. " + support(question));
        } else {
            standing.next()
                    .filter(this::isPast)
                    .ifPresent(day -> problems.add(
                            "Arkivexporten skulle ha gått " + day + " men har inte kommit fram. " + support(question)));
        }
        runs.runs(US, question.unit(), 1).forEach(newest -> problems(question, newest, problems));
        return problems;
    }

    private void problems(CheckRequest question, ArchiveRun newest, List<String> problems) {
        if (newest.stage() == ArchiveRun.Stage.FAILED) {
            problems.add("Arkivexporten har stannat. " + support(question));
        } else if (newest.stage() == ArchiveRun.Stage.CONFIRM
                && newest.problem().isPresent()) {
            problems.add("Arkivet har fått ärendena, men plattformen har inte bekräftat det. " + support(question));
        }
        if (newest.counts().leftOut() > 0) {
            problems.add(newest.counts().leftOut()
                    + " ärenden kunde inte arkiveras vid den senaste exporten. De tas med på nytt nästa gång. "
                    + support(question));
        }
    }

    private String support(CheckRequest question) {
        return new SupportSentence(stores).sentence(stores.units().require(question.unit()));
    }

    private boolean isPast(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE));
    }
}
