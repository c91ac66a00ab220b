package org.careunit.settings.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Question;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.readiness.Verdict;
import org.careunit.api.settings.ArchiveExport;
import org.careunit.api.settings.ArchiveRuns;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.time.SwedishTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether the archive is there, can be reached, and takes the unit's cases when it is time to. Until the unit has saved how often, it can do without one.
 */
@Component
public final class ArchiveCheck implements ReadinessCheck {

    private static final Actor US = new Actor.Internal("readiness");

    private final UnitSettings settings;
    private final ArchiveRuns runs;
    private final Neighbours neighbours;
    private final SectionStores stores;
    private final Clock clock;

    @Activate
    public ArchiveCheck(
            @Reference UnitSettings settings,
            @Reference ArchiveRuns runs,
            @Reference KeptSettings kept,
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
    public Verdict look(Question question) {
        ArchiveRuns.Standing standing = runs.standing(US, question.unit());
        if (neighbours.archives().filter(archive -> !archive.isReachable()).isPresent()) {
            return Verdict.toMend(List.of("Arkivet kan inte nås just nu. " + support(question)));
        }
        if (standing.installed()) {
            return Verdict.toMend(standing.next().filter(this::isPast).stream()
                    .map(day ->
                            "Arkivexporten skulle ha gått " + day + " men har inte kommit fram. " + support(question))
                    .toList());
        }
        return Decided.by(settings, question.unit(), ArchiveExport.class).isPresent()
                ? Verdict.toMend(List.of("Inget arkiv är installerat, men mottagningen har sparat hur ofta ärenden ska"
                        + " arkiveras. " + support(question)))
                : Verdict.notNeeded("Inget arkiv är installerat, och mottagningen har inte ställt in arkivexport.");
    }

    private String support(Question question) {
        return new Support(stores).sentence(stores.units().require(question.unit()));
    }

    private boolean isPast(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE));
    }
}
