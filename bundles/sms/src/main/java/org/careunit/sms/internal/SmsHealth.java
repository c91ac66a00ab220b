package org.careunit.sms.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.SmsReceipts;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Health check of outgoing SMS, from the results of the last attempts; it makes no connection of its own. */
@Component(property = {HealthCheck.NAME + "=sms", HealthCheck.TAGS + "=" + Health.TAG})
public final class SmsHealth implements HealthCheck {

    private final SmsSettingsSource source;
    private final AtomicReference<RoutedSmsGateway> gateway = new AtomicReference<>();
    private final AtomicReference<SmsReceipts> receipts = new AtomicReference<>();

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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setReceipts(SmsReceipts present) {
        receipts.set(present);
    }

    public void unsetReceipts(SmsReceipts gone) {
        receipts.compareAndSet(gone, null);
    }

    @Override
    public Result execute() {
        return of(source.fault(), gateway.get(), receipts.get());
    }

    static Result of(String fault, RoutedSmsGateway open, SmsReceipts receipts) {
        Result found = ChannelHealth.of(fault, open == null ? null : open.state(), open == null ? "" : works(open));
        int unreadable = found.isOk() && receipts != null ? unreadable(receipts) : 0;
        return unreadable == 0
                ? found
                : Health.warn(unreadable + " receipts of SMS could not be read, so that their SMS stay sent:"
                        + " careunit:sms-receipt-list shows them; describe them by 'receiptForm', 'receiptIds' or"
                        + " 'receiptStates' in careunit.sms, and discard them with --discard.");
    }

    /** If the store is unavailable, its own health check says so. */
    private static int unreadable(SmsReceipts receipts) {
        try {
            return receipts.unreadable().size();
        } catch (UnavailableException away) {
            return 0;
        }
    }

    private static String works(RoutedSmsGateway open) {
        return open.state()
                .lastAnswer()
                .map(at -> open.server() + " last answered at " + Arguments.local(at) + ".")
                .orElse("No SMS was sent yet; careunit:sms-check tries " + open.server() + ".");
    }
}
