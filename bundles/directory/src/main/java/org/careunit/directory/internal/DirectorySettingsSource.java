package org.careunit.directory.internal;

import java.util.Map;
import org.careunit.operations.configuration.SettingsService;
import org.careunit.operations.connection.AllowedHosts;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reads the configuration and registers {@link DirectorySettings}. Modified in place, unlike other components: so the
 * last good settings stay while the configuration is wrong.
 */
@Component(service = DirectorySettingsSource.class, configurationPid = DirectoryConfig.PID, immediate = true)
@Designate(ocd = DirectoryConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=org.careunit.directory.internal.DirectorySettings")
public final class DirectorySettingsSource {

    private final SettingsService<DirectorySettings> settings;

    @Activate
    public DirectorySettingsSource(
            BundleContext context, @Reference AllowedHosts allowed, Map<String, Object> configuration) {
        settings = new SettingsService<>(
                context, DirectorySettings.class, given -> DirectorySettingsReader.read(given, allowed));
        settings.take(configuration);
    }

    @Modified
    void modified(Map<String, Object> configuration) {
        settings.take(configuration);
    }

    @Deactivate
    void close() {
        settings.close();
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    String fault() {
        return settings.fault();
    }
}
