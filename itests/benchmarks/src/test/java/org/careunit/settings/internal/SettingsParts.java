package org.careunit.settings.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.finding.Geography;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.settings.ListingRequests;
import org.careunit.storage.internal.node.TestStore;

/**
 * Settings beside a directory that calls every unit a child health centre, and record systems that have passed their
 * tests.
 */
public final class SettingsParts {

    private SettingsParts() {}

    public static SettingsContext of(TestStore store, Geography geography) {
        SettingsContext kept = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        kept.setDirectory(new ChildHealthCentres());
        kept.setRecordSystems(
                unit -> new RecordSystems.Standing(RecordSystems.Progress.PASSED, Optional.of(Instant.EPOCH)));
        kept.setGeography(geography);
        return kept;
    }

    private static final class ChildHealthCentres implements StaffDirectory {

        @Override
        public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
            UnitEntry entry = new UnitEntry(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(ListingRequests.BUSINESS_CODE),
                    Optional.empty(),
                    Optional.empty());
            return new DirectoryAnswer<>(Optional.of(entry), Instant.EPOCH, false);
        }

        @Override
        public DirectoryAnswer<List<StaffEntry>> staff(HsaId id) {
            return new DirectoryAnswer<>(List.of(), Instant.EPOCH, false);
        }

        @Override
        public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
            return new DirectoryAnswer<>(List.of(), Instant.EPOCH, false);
        }
    }
}
