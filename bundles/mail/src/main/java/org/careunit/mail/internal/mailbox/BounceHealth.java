package org.careunit.mail.internal.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.careunit.routes.ChannelState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Health check of the bounce mailbox: whether it is read, and warnings about refusals as spam, forged bounces and mails
 * set aside.
 */
@Component(property = {HealthCheck.NAME + "=bounces", HealthCheck.TAGS + "=" + Health.TAG})
public final class BounceHealth implements HealthCheck {

    private static final Duration RECENT = Duration.ofHours(24);

    private final MailboxSettingsSource source;
    private final BounceMetrics metrics;
    private final Clock clock;
    private final AtomicReference<ImapReturnedMails> mails = new AtomicReference<>();

    @Activate
    public BounceHealth(
            @Reference MailboxSettingsSource source,
            @Reference BounceMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.source = source;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setMails(ImapReturnedMails present) {
        mails.set(present);
    }

    public void unsetMails(ImapReturnedMails gone) {
        mails.compareAndSet(gone, null);
    }

    @Override
    public Result execute() {
        return of(source.fault(), mails.get(), metrics, clock);
    }

    static Result of(String fault, ImapReturnedMails open, BounceMetrics metrics, Clock clock) {
        if (fault.isEmpty() && open != null && open.state().status() == ChannelState.Status.WORKS) {
            List<String> alerts = alerts(metrics, clock);
            return alerts.isEmpty() ? Health.ok(works(open)) : Health.warn(String.join(" ", alerts));
        }
        if (fault.isEmpty() && open != null && !open.isSetUp()) {
            return Health.ok(BounceRoutes.NOT_SET_UP);
        }
        return ChannelHealth.of(fault, open == null ? null : open.state(), "");
    }

    private static List<String> alerts(BounceMetrics metrics, Clock clock) {
        List<String> alerts = new ArrayList<>();
        long refused = metrics.refusedWithin(RECENT, clock.instant());
        if (refused > 0) {
            alerts.add(refused + " mails came back within 24 hours because we are refused as a sender: look whether our"
                    + " mail server is on a blocklist, and at SPF, DKIM and DMARC.");
        }
        if (metrics.conflicts() > 0) {
            alerts.add(
                    metrics.conflicts() + " mails since the start named one message in the return address and another"
                            + " inside: somebody made them up.");
        }
        if (metrics.setAside() > 0) {
            alerts.add(
                    metrics.setAside() + " mails are set aside in the mailbox, flagged: look at them and delete them.");
        }
        return alerts;
    }

    private static String works(ImapReturnedMails open) {
        return open.state()
                .lastAnswer()
                .map(at -> "The mailbox at " + open.server() + " was last read at " + Arguments.local(at) + ".")
                .orElse("The mailbox was not read yet; careunit:bounce-check tries " + open.server() + ".");
    }
}
