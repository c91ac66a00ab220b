package org.careunit.units.internal.checks;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.failure.Problem;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.units.internal.problems.UnitProblem;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Checks whether the services that every unit needs are installed and set up: a directory and a message gateway. */
@Component
public final class HostServicesCheck implements ReadinessCheck {

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final AtomicReference<MailGateway> mail = new AtomicReference<>();

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

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setMail(MailGateway present) {
        mail.set(present);
    }

    public void unsetMail(MailGateway gone) {
        mail.compareAndSet(gone, null);
    }

    @Override
    public String key() {
        return "host-services";
    }

    @Override
    public String title() {
        return "Plattformens tjänster";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        return CheckResult.toFix(Stream.of(ofDirectory(directory.get()), ofMail(mail.get()))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Problem> ofDirectory(StaffDirectory present) {
        if (present == null) {
            return Optional.of(UnitProblem.NO_DIRECTORY.with(CheckResult.SUPPORT));
        }
        return present.isSetUp()
                ? Optional.empty()
                : Optional.of(UnitProblem.DIRECTORY_NOT_SET_UP.with(CheckResult.SUPPORT));
    }

    private static Optional<Problem> ofMail(MailGateway present) {
        if (present == null) {
            return Optional.of(UnitProblem.NO_MAIL.with(CheckResult.SUPPORT));
        }
        return present.isSetUp()
                ? Optional.empty()
                : Optional.of(UnitProblem.MAIL_NOT_SET_UP.with(CheckResult.SUPPORT));
    }
}
