package org.careunit.routes.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RunningRoutes;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Runs the routes of every registered adapter, each under a supervisor of its own. */
@Component
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=org.careunit.routes.RunningRoutes")
public final class RouteRunner {

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));
    private static final Duration PATIENCE = PlainContext.DRAIN.plusSeconds(2);

    private final BundleContext bundle;
    private final Map<AdapterRoutes, Supervisor> supervisors = new ConcurrentHashMap<>();

    @Activate
    public RouteRunner(BundleContext bundle) {
        this.bundle = bundle;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRoutes(AdapterRoutes routes) {
        Supervisor supervisor = new Supervisor(routes, running -> publish(routes.name(), running), PAUSES, PATIENCE);
        supervisors.put(routes, supervisor);
        supervisor.start();
    }

    void removeRoutes(AdapterRoutes routes) {
        supervisors.remove(routes).close();
    }

    private Runnable publish(String adapter, RunningRoutes running) {
        ServiceRegistration<RunningRoutes> registration = bundle.registerService(
                RunningRoutes.class, running, FrameworkUtil.asDictionary(Map.of(RunningRoutes.ADAPTER, adapter)));
        return registration::unregister;
    }
}
