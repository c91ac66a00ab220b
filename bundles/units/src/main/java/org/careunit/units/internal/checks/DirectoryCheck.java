package org.careunit.units.internal.checks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.units.UnitInDirectory;
import org.careunit.api.units.Units;
import org.careunit.storage.SystemActor;
import org.careunit.units.internal.problems.UnitProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Checks whether EK has the unit under its registered name. */
@Component
public final class DirectoryCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Units units;
    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();

    @Activate
    public DirectoryCheck(@Reference Units units) {
        this.units = units;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Override
    public String key() {
        return "directory";
    }

    @Override
    public String title() {
        return "Mottagningen i EK";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        try {
            return compared(units.inDirectory(US, question.unit()));
        } catch (UnavailableException unanswered) {
            if (isSetUp()) {
                throw unanswered;
            }
            return CheckResult.toFix(List.of(UnitProblem.NO_COMPARISON.with(CheckResult.SUPPORT)));
        }
    }

    private boolean isSetUp() {
        StaffDirectory present = directory.get();
        return present != null && present.isSetUp();
    }

    private static CheckResult compared(UnitInDirectory said) {
        if (said.sameName()) {
            return CheckResult.toFix(List.of());
        }
        return CheckResult.toFix(List.of(said.name()
                .map(name -> UnitProblem.NAME_DIFFERS.with(name, said.unit().name()))
                .orElse(UnitProblem.NOT_IN_DIRECTORY.with(said.unit().id()))));
    }
}
