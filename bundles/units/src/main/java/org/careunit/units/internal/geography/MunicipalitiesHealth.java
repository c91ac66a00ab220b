package org.careunit.units.internal.geography;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Health check: whether the operator's list of municipalities, if there is one, could be read. */
@Component(property = {HealthCheck.NAME + "=municipalities", HealthCheck.TAGS + "=" + Health.TAG})
public final class MunicipalitiesHealth implements HealthCheck {

    private final GeographyComponent geography;

    @Activate
    public MunicipalitiesHealth(@Reference GeographyComponent geography) {
        this.geography = geography;
    }

    @Override
    public Result execute() {
        return result(geography.held());
    }

    static Result result(MunicipalityFile.LoadedList municipalities) {
        return municipalities.wrong().isBlank()
                ? Health.ok("Municipalities: " + municipalities.from())
                : Health.warn(municipalities.wrong() + ". Mend the file; the list " + municipalities.from() + " holds");
    }
}
