package org.careunit.settings.internal;

import java.time.Instant;
import java.util.Optional;
import org.careunit.api.finding.Geography;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.settings.ListingRequests;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.testkit.fakes.FakeDirectory;
import org.careunit.testkit.fakes.UnitEntries;

/**
 * Settings beside a directory that calls every unit a child health centre, and record systems that have passed their
 * tests.
 */
public final class SettingsParts {

    private SettingsParts() {}

    public static SettingsContext of(TestStore store, Geography geography) {
        SettingsContext kept = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        kept.setDirectory(new FakeDirectory()
                .setOtherUnits(unit -> Optional.of(UnitEntries.withBusinessCodes(
                        FakeDirectory.unit(unit, "Mottagning"), ListingRequests.BUSINESS_CODE))));
        kept.setRecordSystems(
                unit -> new RecordSystems.Status(RecordSystems.Progress.PASSED, Optional.of(Instant.EPOCH)));
        kept.setGeography(geography);
        return kept;
    }
}
