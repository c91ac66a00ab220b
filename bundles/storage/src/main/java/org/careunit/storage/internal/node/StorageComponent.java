package org.careunit.storage.internal.node;

import java.util.Map;
import org.careunit.storage.internal.database.JvmRegistrations;
import org.careunit.storage.internal.jobs.JobHandlers;
import org.careunit.storage.jobs.JobHandler;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Opens the store with the configuration {@code careunit.storage}, keeps trying while the database is out of reach, and
 * registers the services of {@code org.careunit.storage} once they can be used. A changed configuration is looked at
 * first: one that is wrong is reported, and the store stays open with the last good one. That is why this component,
 * and no other, is modified in place.
 */
@Component(configurationPid = StorageConfiguration.PID, service = StorageComponent.class, immediate = true)
@Designate(ocd = StorageConfiguration.class)
public final class StorageComponent {

    private final JobHandlers handlers = new JobHandlers();
    private final OsgiServices services;
    private final StorageOpener opener;

    @Activate
    public StorageComponent(BundleContext context, Map<String, Object> configuration) {
        JvmRegistrations.acquire();
        services = new OsgiServices(context, this::closedBecause);
        opener = new StorageOpener(services, handlers, StorageSettingsReader.ofThisNode());
        opener.configure(configuration);
    }

    @Modified
    public void modified(Map<String, Object> configuration) {
        opener.configure(configuration);
    }

    @Deactivate
    public void close() {
        opener.close();
        services.stop();
        JvmRegistrations.release();
    }

    private String closedBecause() {
        return opener.closedBecause();
    }

    public StorageOpener opener() {
        return opener;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHandler(JobHandler handler) {
        handlers.add(handler);
    }

    public void removeHandler(JobHandler handler) {
        handlers.remove(handler);
    }
}
