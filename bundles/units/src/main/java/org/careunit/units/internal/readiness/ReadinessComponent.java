package org.careunit.units.internal.readiness;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Question;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.readiness.Standing;
import org.careunit.api.readiness.Verdict;
import org.careunit.operations.Figures;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks every check there is, and lays their answers under the points of the checklist. */
@Component
public final class ReadinessComponent implements Readiness, Figures {

    private final LongAdder asked = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private final Set<ReadinessCheck> checks = new CopyOnWriteArraySet<>();
    private final AccessControl access;
    private final UnitRegister register;

    @Activate
    public ReadinessComponent(@Reference AccessControl access, @Reference UnitRegister register) {
        this.access = access;
        this.register = register;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(ReadinessCheck check) {
        checks.add(check);
    }

    void removeCheck(ReadinessCheck check) {
        checks.remove(check);
    }

    @Override
    public Checklist of(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        register.require(unit);
        Optional<HsaId> asker = actor instanceof Actor.Staff staff ? Optional.of(staff.id()) : Optional.empty();
        List<Looked> looked = checks.stream()
                .sorted(Comparator.comparing(ReadinessCheck::key))
                .map(check -> Looked.at(check, new Question(unit, asker)))
                .toList();
        asked.increment();
        failed.add(looked.stream().filter(Looked::failed).count());
        return new Checklist(
                unit,
                Arrays.stream(Point.values()).map(point -> line(point, looked)).toList(),
                looked.stream()
                        .filter(one -> one.point().isEmpty())
                        .map(Looked::line)
                        .toList());
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("units.readiness.asked", "checklists", asked.sum()),
                new Figure("units.readiness.failed", "checks", failed.sum()));
    }

    private static Line line(Point point, List<Looked> looked) {
        List<Verdict> verdicts = looked.stream()
                .filter(one -> one.point().equals(Optional.of(point)))
                .map(one -> one.line().verdict())
                .toList();
        return new Line(
                point.key(),
                point.title(),
                verdicts.isEmpty()
                        ? new Verdict(
                                Standing.NOT_DONE, List.of("Det går inte att kontrollera just nu. Försök igen senare."))
                        : together(verdicts));
    }

    /** Done where everything is done that is needed at all. */
    private static Verdict together(List<Verdict> verdicts) {
        Set<Standing> standings =
                Set.copyOf(verdicts.stream().map(Verdict::standing).toList());
        Standing standing = standings.contains(Standing.NOT_DONE)
                ? Standing.NOT_DONE
                : standings.contains(Standing.DONE) ? Standing.DONE : Standing.NOT_NEEDED;
        return new Verdict(
                standing,
                verdicts.stream()
                        .map(Verdict::reasons)
                        .flatMap(Collection::stream)
                        .toList());
    }
}
