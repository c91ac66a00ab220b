package org.careunit.casetypes.internal;

import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.operations.Listing;

/** How the commands show a case type of a unit. */
final class CaseTypeRows {

    private CaseTypeRows() {}

    static Listing of(CaseTypeChoices service, TypeAtUnit type) {
        return Listing.of("what", "value")
                .row("type", type.key())
                .row("name", type.name())
                .row("active", type.own().active())
                .row("version", type.version())
                .row("locked", type.locked())
                .row("own", service.write(type.own().settings()))
                .row("holds", service.write(type.effective()));
    }
}
