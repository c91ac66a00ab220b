package org.careunit.terms.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.RegionTerms;
import org.careunit.api.terms.Terms;
import org.careunit.api.terms.TermsAcceptance;
import org.careunit.api.units.CareUnit;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.terms.internal.acceptance.TermsAcceptanceComponent;
import org.careunit.testkit.fakes.FakeAccess;

/** The services on an embedded store, with one unit that has one type. */
public final class TermsServices implements AutoCloseable {

    public static final HsaId UNIT = TermsFixture.UNIT;

    private final TestStore store;
    private final FixedCaseTypes types = new FixedCaseTypes().say("boka-tid", "Boka tid", 3, false);
    private final TermsContext context;
    private final TermsAcceptanceComponent acceptance;

    public TermsServices(Path directory) throws SQLException {
        store = TestStore.embedded(directory.resolve("store"));
        if (store.units().find(UNIT).isEmpty()) {
            store.units().add(new CareUnit(UNIT, new CountyCode("01"), "Mottagning A", CareUnit.State.OPEN));
        }
        context = new TermsContext(
                store.transactions(),
                store.units(),
                store.documents(),
                store.audit(),
                store.changes(),
                store.clock(),
                types,
                new FixedSettings().service());
        acceptance = new TermsAcceptanceComponent(
                FakeAccess.operatorsAndResidents(), context, store.pseudonyms(), directory.resolve("receipt-key"));
    }

    /** Closes the type to residents. */
    public void closeType() {
        types.close("boka-tid");
    }

    public Terms terms() {
        return new TermsComponent(FakeAccess.operatorsAndResidents(), context);
    }

    public RegionTerms regions() {
        return new RegionTermsComponent(FakeAccess.operatorsAndResidents(), context, new FixedCatalogue().service());
    }

    public TermsAcceptance acceptance() {
        return acceptance;
    }

    TermsAcceptanceComponent component() {
        return acceptance;
    }

    @Override
    public void close() {
        context.close();
        store.close();
    }
}
