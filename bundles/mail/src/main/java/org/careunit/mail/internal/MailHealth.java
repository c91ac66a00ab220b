package org.careunit.mail.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Health check of outgoing e-mail, from the results of the last attempts; it makes no connection of its own. */
@Component(property = {HealthCheck.NAME + "=mail", HealthCheck.TAGS + "=" + Health.TAG})
public final class MailHealth implements HealthCheck {

    private final MailSettingsSource source;
    private final AtomicReference<SmtpMailGateway> gateway = new AtomicReference<>();

    @Activate
    public MailHealth(@Reference MailSettingsSource source) {
        this.source = source;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setGateway(SmtpMailGateway present) {
        gateway.set(present);
    }

    public void unsetGateway(SmtpMailGateway gone) {
        gateway.compareAndSet(gone, null);
    }

    @Override
    public Result execute() {
        return of(source.fault(), gateway.get());
    }

    static Result of(String fault, SmtpMailGateway open) {
        return ChannelHealth.of(fault, open == null ? null : open.state(), open == null ? "" : works(open));
    }

    private static String works(SmtpMailGateway open) {
        return open.state()
                .lastAnswer()
                .map(at -> open.server() + " last answered at " + Arguments.local(at) + ".")
                .orElse("No message was sent yet; careunit:mail-check tries " + open.server() + ".");
    }
}
