package org.careunit.units.internal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.careunit.api.directory.DirectoryAnswer;
import org.careunit.api.directory.StaffDirectory;
import org.careunit.api.directory.StaffEntry;
import org.careunit.api.directory.UnitEntry;
import org.careunit.api.finding.Geography;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.PersonNumber;

/** A directory that knows every unit by the name it is told, and a list of one county. */
public final class TestNeighbours implements StaffDirectory {

    public static final Geography STOCKHOLM = new OneCounty();

    public volatile Optional<String> name = Optional.empty();
    public volatile boolean stale;

    @Override
    public DirectoryAnswer<Optional<UnitEntry>> unit(HsaId id) {
        return new DirectoryAnswer<>(name.map(said -> entry(id, said)), Instant.EPOCH, stale);
    }

    private static UnitEntry entry(HsaId id, String name) {
        return new UnitEntry(
                id,
                Optional.of(name),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(URI.create("https://www.1177.se/prov")),
                Optional.empty());
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(HsaId id) {
        throw new AssertionError();
    }

    @Override
    public DirectoryAnswer<List<StaffEntry>> staff(PersonNumber number) {
        throw new AssertionError();
    }

    private static final class OneCounty implements Geography {

        @Override
        public List<County> counties() {
            return List.of(new County(new CountyCode("01"), "Stockholms län"));
        }

        @Override
        public List<Municipality> municipalities(CountyCode county) {
            return List.of();
        }

        @Override
        public Optional<Municipality> municipality(MunicipalityCode code) {
            return Optional.empty();
        }
    }
}
