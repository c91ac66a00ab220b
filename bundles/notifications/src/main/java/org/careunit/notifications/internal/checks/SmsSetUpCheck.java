package org.careunit.notifications.internal.checks;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.Permissions;
import org.careunit.api.access.StaffAtUnit;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.notifications.internal.delivery.SmsChannel;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recipients.Recipients;
import org.careunit.storage.SystemActor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks whether SMS is set up, if somebody at the unit has chosen SMS. */
@Component
public final class SmsSetUpCheck implements ReadinessCheck {

    private static final Actor US = new SystemActor("readiness");

    private final Permissions permissions;
    private final Recipients recipients;
    private final SmsChannel channel;

    @Activate
    public SmsSetUpCheck(
            @Reference Permissions permissions, @Reference Recipients recipients, @Reference SmsChannel channel) {
        this.permissions = permissions;
        this.recipients = recipients;
        this.channel = channel;
    }

    @Override
    public String key() {
        return "sms-set-up";
    }

    @Override
    public String title() {
        return "Sms kan skickas";
    }

    @Override
    public Optional<Point> point() {
        return Optional.empty();
    }

    @Override
    public CheckResult check(CheckRequest request) {
        HsaId unit = request.unit();
        if (channel.isSetUp()) {
            return CheckResult.toFix(List.of());
        }
        return CheckResult.toFix(permissions.atUnit(US, unit).stream()
                .map(StaffAtUnit::staff)
                .filter(staff ->
                        recipients.ofMember(unit, staff).contact().sms().isPresent())
                .map(staff -> NotificationProblem.SMS_NOT_SET_UP.with(staff, CheckResult.SUPPORT))
                .toList());
    }
}
