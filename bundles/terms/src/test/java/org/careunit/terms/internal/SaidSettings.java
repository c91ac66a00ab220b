package org.careunit.terms.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.careunit.api.history.Versioned;
import org.careunit.api.settings.CareTypes;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;
import org.careunit.api.settings.UnitInformation;
import org.careunit.api.settings.UnitSettings;

/** Settings that a test says, the same at every unit; all else is the default. */
final class SaidSettings {

    private final Map<Class<?>, Section> said = new HashMap<>(Map.of(
            StaffReminder.class, StaffReminder.DEFAULT,
            CareTypes.class, CareTypes.NONE,
            UnitInformation.class, UnitInformation.NONE));

    SaidSettings say(Section section) {
        said.put(section.getClass(), section);
        return this;
    }

    UnitSettings service() {
        return (UnitSettings) Proxy.newProxyInstance(
                UnitSettings.class.getClassLoader(),
                new Class<?>[] {UnitSettings.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("read")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new Versioned<>(said.get((Class<?>) arguments[2]), 1);
                });
    }
}
