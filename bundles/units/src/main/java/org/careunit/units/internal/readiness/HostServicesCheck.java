package org.careunit.units.internal.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Question;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.readiness.Verdict;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the platform has what every unit leans on: somebody who knows staff and units, and a way for messages. */
@Component
public final class HostServicesCheck implements ReadinessCheck {

    private final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    private final AtomicReference<MailGateway> mail = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDirectory(StaffDirectory present) {
        directory.set(present);
    }

    void unsetDirectory(StaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMail(MailGateway present) {
        mail.set(present);
    }

    void unsetMail(MailGateway gone) {
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
    public Verdict look(Question question) {
        List<String> reasons = new ArrayList<>();
        if (directory.get() == null) {
            reasons.add("Kopplingen till EK är inte i gång: be driften starta den.");
        }
        if (mail.get() == null) {
            reasons.add("Utskick av e-post är inte i gång: be driften starta det.");
        }
        return Verdict.toMend(reasons);
    }
}
