package org.careunit.terms.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.CareunitException;
import org.careunit.operations.Health;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether terms can be accepted: the key for receipts is there and known to all nodes. */
@Component(property = {HealthCheck.NAME + "=terms", HealthCheck.TAGS + "=" + Health.TAG})
public final class TermsHealth implements HealthCheck {

    private final TermsAcceptanceComponent acceptance;

    @Activate
    public TermsHealth(@Reference TermsAcceptanceComponent acceptance) {
        this.acceptance = acceptance;
    }

    @Override
    public Result execute() {
        try {
            return Health.ok("Receipts are signed with key " + acceptance.keyName());
        } catch (CareunitException without) {
            return Health.down("No terms can be accepted: " + without.getMessage());
        }
    }
}
