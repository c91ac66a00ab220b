package org.careunit.journal.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RunningRoutes;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/** Registers the routes to one record system and, while they run, the record system itself. */
final class RecordSystemRegistration implements AutoCloseable {

    private final String name;
    private final BundleContext context;
    private final JournalMetrics metrics;
    private final Clock clock;
    private final AtomicReference<JournalRecordSystem> system = new AtomicReference<>();
    private ServiceRegistration<AdapterRoutes> routes;
    private ServiceTracker<RunningRoutes, ServiceRegistration<RecordSystem>> running;

    RecordSystemRegistration(String name, BundleContext context, JournalMetrics metrics, Clock clock) {
        this.name = name;
        this.context = context;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Runs the way that these settings describe, in place of the one before; none if they name no host. */
    synchronized void replace(JournalSettings settings) {
        close();
        settings.server().ifPresent(server -> {
            running = new ServiceTracker<>(context, filter(), new WhileRunning(settings, server));
            running.open();
            routes = context.registerService(AdapterRoutes.class, new JournalRoutes(name, server, clock), null);
        });
    }

    private Filter filter() {
        try {
            return context.createFilter("(&(objectClass=" + RunningRoutes.class.getName() + ")(" + RunningRoutes.ADAPTER
                    + "=" + name.replaceAll("([\\\\*()])", "\\\\$1") + "))");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("The name is escaped", impossible);
        }
    }

    Optional<JournalRecordSystem> system() {
        return Optional.ofNullable(system.get());
    }

    @Override
    public synchronized void close() {
        if (routes != null) {
            routes.unregister();
            routes = null;
        }
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Called by the thread that runs the routes, so without a lock. */
    private final class WhileRunning
            implements ServiceTrackerCustomizer<RunningRoutes, ServiceRegistration<RecordSystem>> {

        private final JournalSettings settings;
        private final JournalSettings.Server server;

        WhileRunning(JournalSettings settings, JournalSettings.Server server) {
            this.settings = settings;
            this.server = server;
        }

        @Override
        public ServiceRegistration<RecordSystem> addingService(ServiceReference<RunningRoutes> reference) {
            JournalRecordSystem added =
                    new JournalRecordSystem(server, context.getService(reference), metrics, clock, System::nanoTime);
            system.set(added);
            String[] units = settings.units().stream().map(Object::toString).toArray(String[]::new);
            return context.registerService(
                    RecordSystem.class, added, FrameworkUtil.asDictionary(Map.of(RecordSystem.UNITS, units)));
        }

        @Override
        public void modifiedService(
                ServiceReference<RunningRoutes> reference, ServiceRegistration<RecordSystem> registered) {
            // its properties stay as they are
        }

        @Override
        public void removedService(
                ServiceReference<RunningRoutes> reference, ServiceRegistration<RecordSystem> registered) {
            system.set(null);
            registered.unregister();
            context.ungetService(reference);
        }
    }
}
