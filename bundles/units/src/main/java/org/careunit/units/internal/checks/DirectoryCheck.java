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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether EK knows the unit by the name it joined with. */
@Component
public final class DirectoryCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Units units;
    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();

    @Activate
    public DirectoryCheck(@Reference Units units) {
        this.units = units;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
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
    public CheckResult look(CheckRequest question) {
        try {
            return compared(units.inDirectory(US, question.unit()));
        } catch (UnavailableException unanswered) {
            if (isSetUp()) {
                throw unanswered;
            }
            return CheckResult.toMend(
                    List.of("Ingen koppling till EK är inställd, så mottagningens namn kan inte jämföras"
                            + " med EK:s: be {support} ställa in den."));
        }
    }

    private boolean isSetUp() {
        StaffDirectory present = directory.get();
        return present != null && present.isSetUp();
    }

    private static CheckResult compared(UnitInDirectory said) {
        if (said.sameName()) {
            return CheckResult.toMend(List.of());
        }
        return CheckResult.toMend(List.of(said.name()
                .map(name -> "EK kallar mottagningen \u201d" + name + "\u201d, här heter den \u201d"
                        + said.unit().name() + "\u201d: rätta det ena namnet.")
                .orElse("Mottagningen med HSA-id " + said.unit().id()
                        + " saknas i EK eller har inget namn där. Be den som ansvarar"
                        + " för EK att komplettera uppgifterna.")));
    }
}
