package org.careunit.casetypes.internal.shell;

import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.history.Versioned;
import org.careunit.operations.Listing;

/** Formats the case types of units and regions for the commands. */
public final class CaseTypeRows {

    private CaseTypeRows() {}

    public static Listing of(CaseTypeChoices service, TypeAtUnit type) {
        return Listing.of("what", "value")
                .row("type", type.key())
                .row("name", type.name())
                .row("active", type.own().active())
                .row("version", type.version())
                .row("locked", type.locked())
                .row("own", service.write(type.own().settings()))
                .row("holds", service.write(type.effective()));
    }

    public static Listing of(CaseTypeCatalogue service, Versioned<CentralType> saved) {
        return Listing.of("type", "version", "holds")
                .row(saved.content().key(), saved.version(), service.write(saved.content()));
    }
}
