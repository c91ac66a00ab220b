package org.careunit.casetypes.internal;

import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether the operator's list of case types could be read. */
@Component(property = {HealthCheck.NAME + "=casetypes", HealthCheck.TAGS + "=" + Health.TAG})
public final class CaseTypesHealth implements HealthCheck {

    private final CaseTypesContext context;

    @Activate
    public CaseTypesHealth(@Reference CaseTypesContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        return result(context.refusal());
    }

    static Result result(Optional<String> refusal) {
        return refusal.map(why ->
                        Health.warn(why + ". The shipped case types hold: mend the file, and start this bundle again"))
                .orElseGet(() -> Health.ok("Case types can be read and saved"));
    }
}
