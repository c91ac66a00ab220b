package org.careunit.settings.internal;

import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.regions.SupportContacts;
import org.careunit.api.settings.SupportContact;
import org.careunit.settings.internal.sections.SectionStores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the support contacts of units. */
@Component
public final class SupportContactsComponent implements SupportContacts {

    private final AccessControl access;
    private final SectionStores stores;

    @Activate
    public SupportContactsComponent(@Reference AccessControl access, @Reference SettingsContext context) {
        this.access = access;
        stores = context.store().stores();
    }

    @Override
    public SupportContact of(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return new SupportSentence(stores).contact(stores.units().require(unit));
    }
}
