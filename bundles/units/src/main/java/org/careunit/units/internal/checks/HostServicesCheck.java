package org.careunit.units.internal.checks;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Whether the platform has what every unit leans on, and it is set up: somebody who knows staff and units, and a way
 * for messages.
 */
@Component
public final class HostServicesCheck implements ReadinessCheck {

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final AtomicReference<MailGateway> mail = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
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
    public CheckResult look(CheckRequest question) {
        return CheckResult.toMend(Stream.of(ofDirectory(directory.get()), ofMail(mail.get()))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> ofDirectory(StaffDirectory present) {
        if (present == null) {
            return Optional.of("Kopplingen till EK är inte i gång: be {support} starta den.");
        }
        return present.isSetUp()
                ? Optional.empty()
                : Optional.of("Kopplingen till EK är installerad men inte rätt inställd: be {support} ställa in den.");
    }

    private static Optional<String> ofMail(MailGateway present) {
        if (present == null) {
            return Optional.of("Utskick av e-post är inte i gång: be {support} starta det.");
        }
        return present.isSetUp()
                ? Optional.empty()
                : Optional.of(
                        "Utskick av e-post är installerat, men ingen e-postserver är angiven: be {support} ange den.");
    }
}
