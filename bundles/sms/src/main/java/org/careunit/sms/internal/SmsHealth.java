package org.careunit.sms.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether SMS go out, from what the last attempts brought; it makes none of its own. */
@Component(property = {HealthCheck.NAME + "=sms", HealthCheck.TAGS + "=" + Health.TAG})
public final class SmsHealth implements HealthCheck {

    private final SmsSettingsSource source;
    private final AtomicReference<RoutedSmsGateway> gateway = new AtomicReference<>();

    @Activate
    public SmsHealth(@Reference SmsSettingsSource source) {
        this.source = source;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setGateway(RoutedSmsGateway present) {
        gateway.set(present);
    }

    public void unsetGateway(RoutedSmsGateway gone) {
        gateway.compareAndSet(gone, null);
    }

    @Override
    public Result execute() {
        return of(source.fault(), gateway.get());
    }

    static Result of(String fault, RoutedSmsGateway open) {
        return ChannelHealth.of(fault, open == null ? null : open.state(), open == null ? "" : works(open));
    }

    private static String works(RoutedSmsGateway open) {
        return open.state()
                .lastAnswer()
                .map(at -> open.server() + " last answered at " + at + ".")
                .orElse("No SMS was sent yet; careunit:sms-check tries " + open.server() + ".");
    }
}
