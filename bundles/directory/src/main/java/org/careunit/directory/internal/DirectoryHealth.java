package org.careunit.directory.internal;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.directory.internal.shell.DirectoryCheck;
import org.careunit.operations.Arguments;
import org.careunit.operations.Health;
import org.careunit.routes.ChannelHealth;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Health check: whether EK answers, by querying it. */
@Component(
        property = {
            HealthCheck.NAME + "=" + DirectoryRoutes.ADAPTER,
            HealthCheck.TAGS + "=" + Health.TAG,
        })
public final class DirectoryHealth implements HealthCheck {

    private final DirectorySettingsSource source;
    private final AtomicReference<LdapStaffDirectory> directory = new AtomicReference<>();

    @Activate
    public DirectoryHealth(@Reference DirectorySettingsSource source) {
        this.source = source;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setDirectory(LdapStaffDirectory present) {
        directory.set(present);
    }

    public void unsetDirectory(LdapStaffDirectory gone) {
        directory.compareAndSet(gone, null);
    }

    @Override
    public Result execute() {
        return of(source.fault(), directory.get());
    }

    static Result of(String fault, LdapStaffDirectory open) {
        if (!fault.isEmpty() || open == null || !open.isSetUp()) {
            return ChannelHealth.of(fault, open == null ? null : open.state(), "");
        }
        DirectoryCheck check = open.check();
        String last = "; last answer: "
                + open.state().lastAnswer().map(Arguments::local).orElse("none");
        return switch (check.status()) {
            case FINE -> Health.ok(check.address() + ": answered in " + check.millis() + " ms" + last);
            case UNSET -> Health.warn(check.message());
            case LATER -> Health.down(check.address() + ": " + check.message() + last);
            case TO_FIX -> Health.critical(check.address() + ": " + check.message() + last);
        };
    }
}
