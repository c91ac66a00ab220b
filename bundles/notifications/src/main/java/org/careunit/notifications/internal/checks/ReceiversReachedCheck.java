package org.careunit.notifications.internal.checks;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.access.Permission;
import org.careunit.api.access.Permissions;
import org.careunit.api.failure.Problem;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.notifications.internal.delivery.Outbox;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recipients.Contact;
import org.careunit.notifications.internal.recipients.ReachableRecipient;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether every case receiver of the unit can be reached, and no address of the unit is suppressed. */
@Component
public final class ReceiversReachedCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Permissions permissions;
    private final Recipients recipients;
    private final Outbox outbox;
    private final Clock clock;

    @Activate
    public ReceiversReachedCheck(
            @Reference Permissions permissions,
            @Reference Recipients recipients,
            @Reference Outbox outbox,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.permissions = permissions;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "receivers-reached";
    }

    @Override
    public String title() {
        return "Aviseringar når fram";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest question) {
        HsaId unit = question.unit();
        Stream<Problem> receivers = permissions.atUnit(US, unit).stream()
                .filter(place -> place.inEffectAt(clock.instant()).contains(Permission.CASE_RECEIVER))
                .flatMap(place -> toFix(unit, place.staff()).stream());
        Stream<Problem> addresses = recipients.ofUnit(unit).stream()
                .map(ReachableRecipient::contact)
                .filter(contact -> outbox.suppressed(contact).isPresent())
                .flatMap(contact -> contact.email().stream())
                .map(address -> NotificationProblem.ADDRESS_SUPPRESSED.with(address.masked()));
        return CheckResult.toFix(Stream.concat(receivers, addresses).toList());
    }

    private Optional<Problem> toFix(HsaId unit, StaffId receiver) {
        Contact contact = recipients.ofMember(unit, receiver).contact();
        if (!outbox.isReached(contact)) {
            return Optional.of(NotificationProblem.RECEIVER_NOT_REACHED.with(receiver));
        }
        return outbox.suppressed(contact).map(why -> NotificationProblem.RECEIVER_SUPPRESSED.with(receiver));
    }
}
