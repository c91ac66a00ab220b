package org.careunit.journal.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.careunit.operations.configuration.CurrentSettings;
import org.careunit.operations.connection.AllowedHosts;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reads one record system's configuration and registers it while it can be reached. Modified in place, unlike other
 * components, so that the last good settings stay while the configuration is wrong. Declarative Services create one
 * instance for each configuration but no further components behind it, so the objects that depend on the settings are
 * created here.
 */
@Component(
        service = JournalEndpoint.class,
        configurationPid = JournalConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = JournalConfig.class, factory = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=org.careunit.api.gateways.RecordSystem")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=org.careunit.routes.AdapterRoutes")
public final class JournalEndpoint {

    private final String name;
    private final CurrentSettings<JournalSettings> settings;
    private final RecordSystemRegistration registration;

    @Activate
    public JournalEndpoint(
            BundleContext context,
            @Reference AllowedHosts allowed,
            @Reference JournalMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock,
            Map<String, Object> configuration) {
        name = nameOf(String.valueOf(configuration.get(Constants.SERVICE_PID)));
        registration = new RecordSystemRegistration(name, context, metrics, clock);
        settings = new CurrentSettings<>(given -> JournalSettingsReader.read(given, allowed), registration::replace);
        settings.take(configuration);
    }

    /**
     * {@code journal-north} for the configuration {@code careunit.journal-north.cfg}, whose PID ends with its own part
     * of the name.
     */
    static String nameOf(String pid) {
        String own = pid.replaceFirst("^" + JournalConfig.PID.replace(".", "\\."), "")
                .replaceFirst("^[.~-]", "");
        return own.isEmpty() ? "journal" : "journal-" + own;
    }

    @Modified
    void modified(Map<String, Object> configuration) {
        settings.take(configuration);
    }

    @Deactivate
    void close() {
        registration.close();
    }

    /** The record system's name in log and console. */
    public String name() {
        return name;
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    String fault() {
        return settings.fault();
    }

    /** The last good settings; empty if there were none yet. */
    Optional<JournalSettings> settings() {
        return settings.get();
    }

    /** The record system; empty while its routes do not run. */
    Optional<JournalRecordSystem> system() {
        return registration.system();
    }
}
