package org.careunit.settings.internal;

import org.careunit.api.failure.Phrase;
import org.careunit.api.settings.SupportContact;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.sections.SectionStores;

/** Writes a unit's support contact as a sentence. */
public final class SupportSentence {

    private final SectionStores stores;

    public SupportSentence(SectionStores stores) {
        this.stores = stores;
    }

    public SupportContact contact(CareUnit unit) {
        return stores.ofRegions(SupportContact.class)
                .get(unit.region().value())
                .readable()
                .orElse(SupportContact.NONE);
    }

    /** "Kontakta IT-stöd: 08-123 45 67", for whoever is told to turn to support. */
    public Phrase sentence(CareUnit unit) {
        SupportContact contact = contact(unit);
        if (contact.name().isBlank()) {
            return new Phrase("Kontakta regionens support.", "Turn to the region's support.");
        }
        String whom = contact.name() + (contact.contact().isBlank() ? "." : ": " + contact.contact());
        return new Phrase("Kontakta " + whom, "Turn to " + whom);
    }
}
