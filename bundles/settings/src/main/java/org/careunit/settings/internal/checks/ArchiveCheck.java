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
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.ArchiveRuns;
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
        if (neighbours.archives().filter(archive -> !archive.isReachable()).isPresent()) {
            return CheckResult.toMend(List.of("Arkivet kan inte nås just nu. " + support(question)));
        }
        if (standing.installed()) {
            return CheckResult.toMend(standing.next().filter(this::isPast).stream()
                    .map(day ->
                            "Arkivexporten skulle ha gått " + day + " men har inte kommit fram. " + support(question))
                    .toList());
        }
        return DecidedSections.by(settings, question.unit(), ArchiveExport.class)
                        .isPresent()
                ? CheckResult.toMend(
                        List.of("Inget arkiv är installerat, men mottagningen har sparat hur ofta ärenden ska"
                                + " arkiveras. " + support(question)))
                : CheckResult.notNeeded("Inget arkiv är installerat, och mottagningen har inte ställt in arkivexport.");
    }

    private String support(CheckRequest question) {
        return new SupportSentence(stores).sentence(stores.units().require(question.unit()));
    }

    private boolean isPast(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE));
    }
}
