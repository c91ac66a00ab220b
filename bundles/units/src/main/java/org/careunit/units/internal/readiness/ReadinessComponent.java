package org.careunit.units.internal.readiness;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.regions.SupportContacts;
import org.careunit.operations.Metrics;
import org.careunit.storage.UnitRegister;
import org.careunit.units.internal.problems.UnitProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs all readiness checks, and assigns their results to the points of the checklist. */
@Component
public final class ReadinessComponent implements Readiness, Metrics {

    private final LongAdder asked = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private final Set<ReadinessCheck> checks = new CopyOnWriteArraySet<>();
    private final AtomicReference<SupportContacts> support = new AtomicReference<>();
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSupport(SupportContacts present) {
        support.set(present);
    }

    void unsetSupport(SupportContacts gone) {
        support.compareAndSet(gone, null);
    }

    @Override
    public Checklist of(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        register.require(unit);
        Optional<StaffId> asker = actor instanceof Actor.Staff staff ? Optional.of(staff.id()) : Optional.empty();
        List<CheckOutcome> looked = checks.stream()
                .sorted(Comparator.comparing(ReadinessCheck::key))
                .map(check -> CheckOutcome.at(check, new CheckRequest(unit, asker)))
                .map(outcome -> outcome.withSupport(unit, Optional.ofNullable(support.get())))
                .toList();
        asked.increment();
        failed.add(looked.stream().filter(CheckOutcome::failed).count());
        return new Checklist(
                unit,
                Arrays.stream(Point.values()).map(point -> line(point, looked)).toList(),
                looked.stream()
                        .filter(one -> one.point().isEmpty())
                        .map(CheckOutcome::line)
                        .toList());
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("units.readiness.asked", "checklists", asked.sum()),
                new Figure("units.readiness.failed", "checks", failed.sum()));
    }

    private static Line line(Point point, List<CheckOutcome> looked) {
        List<CheckResult> results = looked.stream()
                .filter(one -> one.point().equals(Optional.of(point)))
                .map(one -> one.line().result())
                .toList();
        return new Line(
                point.key(),
                point.title(),
                results.isEmpty()
                        ? new CheckResult(CheckStatus.NOT_DONE, List.of(UnitProblem.CANNOT_TELL.with()))
                        : together(results));
    }

    /** Done if everything that is needed is done. */
    private static CheckResult together(List<CheckResult> results) {
        Set<CheckStatus> statuses =
                Set.copyOf(results.stream().map(CheckResult::status).toList());
        CheckStatus status = statuses.contains(CheckStatus.NOT_DONE)
                ? CheckStatus.NOT_DONE
                : statuses.contains(CheckStatus.DONE) ? CheckStatus.DONE : CheckStatus.NOT_NEEDED;
        return new CheckResult(
                status,
                results.stream()
                        .map(CheckResult::problems)
                        .flatMap(Collection::stream)
                        .toList());
    }
}
