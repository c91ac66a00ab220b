package org.careunit.units.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;

/** Optional services that the units bundle uses: the directory and the list of counties. */
final class OptionalServices {

    final AtomicReference<StaffDirectory> directory = new AtomicReference<>();
    final AtomicReference<Geography> geography = new AtomicReference<>();

    /** @throws UnavailableException if there is no directory, or it cannot be asked now and nothing is remembered */
    DirectoryAnswer<Optional<UnitEntry>> entry(HsaId unit) {
        StaffDirectory present = directory.get();
        if (present == null) {
            throw new UnavailableException(
                    UnavailableProblem.DIRECTORY, "There is no directory to ask: configure careunit.directory");
        }
        return present.unit(unit);
    }

    /** The names of the counties; empty if there is no list of them. */
    Map<CountyCode, String> countyNames() {
        return Optional.ofNullable(geography.get())
                .map(list -> list.counties().stream()
                        .collect(Collectors.toMap(Geography.County::code, Geography.County::name)))
                .orElse(Map.of());
    }
}
