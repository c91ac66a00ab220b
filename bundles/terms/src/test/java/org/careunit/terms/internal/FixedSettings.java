package org.careunit.terms.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.careunit.api.history.Versioned;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.UnitNames;

/** Settings service with fixed sections, the same at every unit; all others are the default. */
final class FixedSettings {

    private final Map<Class<?>, Section> said = new HashMap<>(Map.of(
            StaffReminder.class, StaffReminder.DEFAULT,
            CareTypes.class, CareTypes.NONE,
            UnitInformation.class, UnitInformation.NONE));

    private Optional<String> directory = Optional.empty();

    void sayInDirectory(String name) {
        directory = Optional.of(name);
    }

    FixedSettings say(Section section) {
        said.put(section.getClass(), section);
        return this;
    }

    UnitSettings service() {
        return (UnitSettings) Proxy.newProxyInstance(
                UnitSettings.class.getClassLoader(),
                new Class<?>[] {UnitSettings.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("names")) {
                        return new UnitNames(((UnitInformation) said.get(UnitInformation.class)).name(), directory);
                    }
                    if (!method.getName().equals("read")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new Versioned<>(said.get((Class<?>) arguments[2]), 1);
                });
    }
}
