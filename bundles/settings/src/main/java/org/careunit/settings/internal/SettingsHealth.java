package org.careunit.settings.internal;

import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether the operator's catalogue of care types could be read. */
@Component(property = {HealthCheck.NAME + "=settings", HealthCheck.TAGS + "=" + Health.TAG})
public final class SettingsHealth implements HealthCheck {

    private final SettingsContext context;

    @Activate
    public SettingsHealth(@Reference SettingsContext context) {
        this.context = context;
    }

    @Override
    public Result execute() {
        return result(context.refusal());
    }

    static Result result(Optional<String> refusal) {
        return refusal.map(why ->
                        Health.warn(why + ". The shipped care types hold: mend the file, and start this bundle again"))
                .orElseGet(() -> Health.ok("Settings can be read and saved"));
    }
}
