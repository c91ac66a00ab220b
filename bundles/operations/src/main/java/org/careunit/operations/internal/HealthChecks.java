package org.careunit.operations.internal;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs our health checks on request. */
@Component(service = HealthChecks.class)
public final class HealthChecks {

    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();

    /** By the name of the check. */
    SortedMap<String, Result> results() {
        SortedMap<String, Result> results = new TreeMap<>();
        checks.forEach((name, check) -> results.put(name, result(check)));
        return results;
    }

    private static Result result(HealthCheck check) {
        try {
            return check.execute();
        } catch (UnavailableException notNow) {
            return Health.down(notNow.getMessage());
        } catch (RuntimeException fault) {
            return new Result(Result.Status.HEALTH_CHECK_ERROR, "The check itself failed: " + fault);
        }
    }

    @Reference(
            target = "(" + HealthCheck.TAGS + "=careunit)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check, Map<String, Object> properties) {
        checks.put(name(properties), check);
    }

    void removeCheck(HealthCheck check, Map<String, Object> properties) {
        checks.remove(name(properties), check);
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get(HealthCheck.NAME));
    }
}
