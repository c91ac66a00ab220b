package org.careunit.units.internal.configuration;

import java.util.List;
import org.careunit.api.access.AccessControl;
import org.careunit.api.configuration.Configurations;
import org.careunit.storage.documents.ConfigurationPart;
import org.careunit.storage.internal.node.TestStore;

/** Configurations with the parts that the container would bring. */
public final class ConfigurationParts {

    private ConfigurationParts() {}

    public static Configurations of(TestStore store, AccessControl access, List<ConfigurationPart> parts) {
        ConfigurationsComponent configurations = new ConfigurationsComponent(access, store.documents(), store.audit());
        parts.forEach(configurations::addPart);
        return configurations;
    }
}
