package org.careunit.settings.internal;

import org.careunit.api.settings.SupportContact;
import org.careunit.api.units.CareUnit;

/** Looks up whom a unit turns to for support, and writes it as a sentence. */
final class Support {

    private final SectionStores stores;

    Support(SectionStores stores) {
        this.stores = stores;
    }

    SupportContact contact(CareUnit unit) {
        return stores.ofRegions(SupportContact.class)
                .get(unit.region().value())
                .readable()
                .orElse(SupportContact.NONE);
    }

    /** "Kontakta IT-stöd: 08-123 45 67", for whoever is told to turn to support. */
    String sentence(CareUnit unit) {
        SupportContact contact = contact(unit);
        if (contact.name().isBlank()) {
            return "Kontakta regionens support.";
        }
        return "Kontakta " + contact.name() + (contact.contact().isBlank() ? "." : ": " + contact.contact());
    }
}
