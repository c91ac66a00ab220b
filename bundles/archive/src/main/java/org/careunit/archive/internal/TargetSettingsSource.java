package org.careunit.archive.internal;

import java.util.Map;
import org.careunit.operations.configuration.SettingsService;
import org.careunit.operations.connection.AllowedHosts;
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
 * Reads the configuration of one target and registers {@link TargetSettings}. Modified in place, unlike other
 * components: so the last good settings stay while the configuration is wrong.
 */
@Component(
        service = TargetSettingsSource.class,
        configurationPid = ArchiveConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = ArchiveConfig.class, factory = true)
public final class TargetSettingsSource {

    private final String name;
    private final SettingsService<TargetSettings> settings;

    @Activate
    public TargetSettingsSource(
            BundleContext context, @Reference AllowedHosts allowed, Map<String, Object> configuration) {
        name = name(String.valueOf(configuration.get(Constants.SERVICE_PID)));
        settings = new SettingsService<>(
                context, TargetSettings.class, given -> TargetSettingsReader.read(name, given, allowed));
        settings.take(configuration);
    }

    /** The suffix of a factory configuration's PID, as in {@code careunit.archive~default}. */
    static String name(String pid) {
        String rest = pid.startsWith(ArchiveConfig.PID) ? pid.substring(ArchiveConfig.PID.length()) : pid;
        String plain = rest.replaceFirst("^[~.-]", "");
        return plain.isEmpty() ? "default" : plain;
    }

    @Modified
    void modified(Map<String, Object> configuration) {
        settings.take(configuration);
    }

    @Deactivate
    void close() {
        settings.close();
    }

    /** The name of the target that it configures. */
    String target() {
        return name;
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    String fault() {
        return settings.fault();
    }
}
