package org.careunit.settings.internal;

import java.util.List;
import org.careunit.api.settings.CareTypeList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the care types by which units can be searched. */
@Component
public final class CareTypeListComponent implements CareTypeList {

    private final List<CareType> all;

    @Activate
    public CareTypeListComponent(@Reference SettingsContext context) {
        all = context.store().careTypes().all().stream()
                .map(type -> new CareType(type.key(), type.name(), type.words()))
                .toList();
    }

    @Override
    public List<CareType> all() {
        return all;
    }
}
