package org.careunit.staff.internal.checks;

import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.careunit.api.access.Permissions;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.staff.internal.PersonalDocuments;
import org.careunit.staff.internal.problems.StaffProblem;
import org.careunit.storage.SystemActor;
import org.careunit.storage.documents.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether the reader of the checklist has saved personal settings at the unit; also lists who else has not. */
@Component
public final class OwnSettingsCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Permissions permissions;
    private final PersonalDocuments documents;
    private final Clock clock;

    @Activate
    public OwnSettingsCheck(
            @Reference Permissions permissions,
            @Reference Documents documents,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.permissions = permissions;
        this.documents = new PersonalDocuments(documents, JsonbBuilder.create());
        this.clock = clock;
    }

    @Override
    public String key() {
        return "own-settings";
    }

    @Override
    public String title() {
        return Point.PERSONAL.title();
    }

    @Override
    public Optional<Point> point() {
        return Optional.of(Point.PERSONAL);
    }

    @Override
    public CheckResult check(CheckRequest question) {
        Set<StaffId> staff = permissions.atUnit(US, question.unit()).stream()
                .filter(place -> !place.inEffectAt(clock.instant()).isEmpty())
                .map(place -> place.staff())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean asksForThemselves = question.asker().filter(staff::contains).isPresent();
        Set<StaffId> without = staff.stream()
                .filter(member -> documents.chosen(question.unit(), member).version() == 0)
                .collect(Collectors.toCollection(TreeSet::new));
        if (question.asker().filter(without::remove).isPresent()) {
            return new CheckResult(CheckStatus.NOT_DONE, reasons(StaffProblem.OWN_SETTINGS_OPEN.with(), without));
        }
        return asksForThemselves
                ? new CheckResult(CheckStatus.DONE, others(without))
                : new CheckResult(CheckStatus.NOT_NEEDED, reasons(StaffProblem.NOT_AT_UNIT.with(), without));
    }

    private static List<Problem> reasons(Problem first, Set<StaffId> without) {
        return without.isEmpty()
                ? List.of(first)
                : List.of(first, others(without).get(0));
    }

    private static List<Problem> others(Set<StaffId> without) {
        return without.isEmpty()
                ? List.of()
                : List.of(StaffProblem.OTHERS_OPEN.with(
                        without.stream().map(StaffId::value).collect(Collectors.joining(", "))));
    }
}
