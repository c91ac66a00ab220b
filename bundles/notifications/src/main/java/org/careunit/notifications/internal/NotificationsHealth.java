package org.careunit.notifications.internal;

import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.notifications.internal.intake.EventAdminReceiver;
import org.careunit.operations.Health;
import org.careunit.operations.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check of the spool: whether events from EventAdmin are processed. */
@Component(
        service = {HealthCheck.class, Metrics.class},
        property = {HealthCheck.NAME + "=spool", HealthCheck.TAGS + "=" + Health.TAG})
public final class NotificationsHealth implements HealthCheck, Metrics {

    private final EventAdminReceiver door;
    private final NotificationsSettings settings;

    @Activate
    public NotificationsHealth(@Reference EventAdminReceiver door, @Reference NotificationsSettings settings) {
        this.door = door;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        if (door.lost() > 0) {
            return Health.critical(
                    door.lost() + " events could not be kept since the start: make room on the disk of the"
                            + " spool and have the host post them again");
        }
        if (!settings.fault().isEmpty()) {
            return Health.critical(settings.fault() + "; the last good one stays in force until it is mended");
        }
        long refused = door.refused().count();
        if (refused > 0) {
            return Health.warn(refused
                    + " texts from EventAdmin could not be taken in and are set aside: see careunit:event-refused");
        }
        long bytes = door.spool().size();
        return bytes == 0 ? Health.ok("Nothing waits") : Health.warn(bytes + " bytes of events wait for the database");
    }

    @Override
    public List<Figure> read() {
        return List.of(
                new Figure("notifications.spool.kept", "events", door.kept()),
                new Figure("notifications.spool.lost", "events", door.lost()),
                new Figure("notifications.spool.waiting", "bytes", door.spool().size()),
                new Figure(
                        "notifications.spool.refused", "texts", door.refused().count()));
    }
}
