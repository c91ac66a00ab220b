package org.careunit.directory.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether EK answers, by asking it. */
@Component(
        property = {
            HealthCheck.NAME + "=" + DirectoryRoutes.ADAPTER,
            HealthCheck.TAGS + "=" + Health.TAG,
        })
public final class DirectoryHealth implements HealthCheck {

    private final LdapStaffDirectory directory;

    @Activate
    public DirectoryHealth(@Reference LdapStaffDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Result execute() {
        Diagnosis diagnosis = directory.check();
        String where = diagnosis.address().isEmpty() ? "" : diagnosis.address() + ": ";
        return switch (diagnosis.verdict()) {
            case FINE -> Health.ok(where + "answered in " + diagnosis.millis() + " ms, at " + last(""));
            case UNSET -> Health.warn(diagnosis.message());
            case LATER -> Health.down(where + diagnosis.message() + "; last answer: " + last("none"));
            case TO_MEND -> Health.critical(where + diagnosis.message() + "; last answer: " + last("none"));
        };
    }

    private String last(String none) {
        return directory.tally().lastAnswer().map(Object::toString).orElse(none);
    }
}
