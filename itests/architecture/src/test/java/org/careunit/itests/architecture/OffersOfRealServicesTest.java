package org.careunit.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.casetypes.Offer;
import org.careunit.api.casetypes.Offer.Closed;
import org.careunit.api.casetypes.Offer.Offered;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.internal.node.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Why a type is closed to a resident, by the services that really say it: finding, settings, case types and terms
 * beside each other.
 */
class OffersOfRealServicesTest {

    /**
     * A woman of 40 at an open unit for all of her county, with both types active, but for what the row says; ? is not
     * offered.
     */
    private static final List<String> TABLE =
            """
            nothing else                                  | boka-tid:                            | kontakta-mig:
            lives elsewhere                               | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            no area                                       | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            no area, approved                             | boka-tid:                            | kontakta-mig:
            lives elsewhere, approved                     | boka-tid:                            | kontakta-mig:
            lives elsewhere, approved, without pseudonym  | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            lives elsewhere, approved, two days later     | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            two days later                                | boka-tid:                            | kontakta-mig:
            not born yet                                  | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            not opened                                    | boka-tid: UNIT_NOT_OPEN              | kontakta-mig: UNIT_NOT_OPEN
            closing                                       | boka-tid: UNIT_CLOSING               | kontakta-mig: UNIT_CLOSING
            lives elsewhere, closing                      | boka-tid: UNIT_CLOSING               | kontakta-mig: UNIT_CLOSING
            closing, closed                               | boka-tid: UNIT_NOT_OPEN              | kontakta-mig: UNIT_NOT_OPEN
            inactive                                      | boka-tid?                            | kontakta-mig:
            withdrawn                                     | boka-tid?                            | kontakta-mig:
            terms with a placeholder                      | boka-tid: NOT_READY                  | kontakta-mig:
            no description                                | boka-tid: NOT_READY                  | kontakta-mig:
            lives elsewhere, no description               | boka-tid: CATCHMENT NOT_READY        | kontakta-mig: CATCHMENT
            from 41                                       | boka-tid: AGE                        | kontakta-mig:
            to 39                                         | boka-tid: AGE                        | kontakta-mig:
            from 40                                       | boka-tid:                            | kontakta-mig:
            for men                                       | boka-tid: SEX                        | kontakta-mig:
            for the named                                 | boka-tid: NOT_NAMED                  | kontakta-mig:
            for the named, named                          | boka-tid:                            | kontakta-mig:
            for the named, named, without pseudonym       | boka-tid: NOT_NAMED                  | kontakta-mig:
            lives elsewhere, for the named, named         | boka-tid: CATCHMENT                  | kontakta-mig: CATCHMENT
            paused                                        | boka-tid: PAUSED                     | kontakta-mig: PAUSED
            type paused                                   | boka-tid: PAUSED                     | kontakta-mig:
            another day                                   | boka-tid: OUTSIDE_HOURS              | kontakta-mig: OUTSIDE_HOURS
            type another day                              | boka-tid: OUTSIDE_HOURS              | kontakta-mig:
            one a day                                     | boka-tid:                            | kontakta-mig:
            one a day, received                           | boka-tid: CAP_REACHED                | kontakta-mig: CAP_REACHED
            type one a day, received                      | boka-tid: CAP_REACHED                | kontakta-mig:
            one a day, received, two days later           | boka-tid:                            | kontakta-mig:
            from 41, paused, another day                  | boka-tid: AGE PAUSED OUTSIDE_HOURS   | kontakta-mig: PAUSED OUTSIDE_HOURS
            lives elsewhere, for men, type paused         | boka-tid: CATCHMENT SEX PAUSED       | kontakta-mig: CATCHMENT
            closing, for the named, one a day, received   | boka-tid: UNIT_CLOSING NOT_NAMED CAP_REACHED | kontakta-mig: UNIT_CLOSING CAP_REACHED
            """
                    .lines()
                    .toList();

    private static final Map<String, List<String>> CHANGES = changes(
            "type paused | boka-tid: PAUSED | kontakta-mig:",
            "one a day | boka-tid: PAUSED | kontakta-mig:",
            "received | boka-tid: PAUSED CAP_REACHED | kontakta-mig: CAP_REACHED",
            "terms with a placeholder | boka-tid: NOT_READY PAUSED CAP_REACHED | kontakta-mig: CAP_REACHED",
            "type another day | boka-tid: NOT_READY PAUSED OUTSIDE_HOURS CAP_REACHED | kontakta-mig: CAP_REACHED",
            "withdrawn | kontakta-mig: CAP_REACHED",
            "closing | kontakta-mig: UNIT_CLOSING CAP_REACHED");

    @TempDir
    static Path directory;

    private static final Map<String, UnitWithOffers> UNITS = new LinkedHashMap<>();
    private static TestStore store;
    private static Services asked;

    @BeforeAll
    static void prepare() throws SQLException {
        store = TestStore.embedded(directory);
        Iterator<String> regions = List.of("03", "04", "05").iterator();
        try (Services preparing = new Services(store)) {
            for (String row : TABLE) {
                List<String> circumstances = List.of(cells(row).get(0).split(", "));
                String region = UnitWithOffers.changeTheRegion(circumstances) ? regions.next() : "01";
                HsaId id = new HsaId("SE1111111111-UNIT" + UNITS.size());
                UnitWithOffers unit = new UnitWithOffers(store, id, new CountyCode(region));
                unit.prepare(preparing, circumstances);
                UNITS.put(row, unit);
            }
        }
        asked = new Services(store);
    }

    @AfterAll
    static void close() {
        asked.close();
        store.close();
    }

    static List<String> rows() {
        return TABLE;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachTypeIsClosedForTheReasonsOfTheRow(String row) {
        List<String> expected =
                cells(row).stream().skip(1).filter(type -> !type.endsWith("?")).toList();
        assertThat(said(UNITS.get(row).offer(asked))).isEqualTo(expected);
    }

    /** What an offer stands on is remembered, until somebody changes any of it. */
    @Test
    void whatIsDecidedIsOfferedAtOnce() {
        UnitWithOffers unit = new UnitWithOffers(store, new HsaId("SE1111111111-CHANGED"), new CountyCode("06"));
        try (Services preparing = new Services(store)) {
            unit.prepare(preparing, List.of("nothing else"));
        }
        try (Services services = new Services(store)) {
            assertThat(said(unit.offer(services))).containsExactly("boka-tid:", "kontakta-mig:");
            CHANGES.forEach((change, offered) -> {
                unit.change(services, change);
                assertThat(said(unit.offer(services))).as(change).isEqualTo(offered);
            });
        }
    }

    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|")).map(String::strip).toList();
    }

    private static Map<String, List<String>> changes(String... rows) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        for (String row : rows) {
            changes.put(cells(row).get(0), cells(row).subList(1, cells(row).size()));
        }
        return changes;
    }

    private static List<String> said(Offer offer) {
        return offer.types().stream().map(OffersOfRealServicesTest::said).toList();
    }

    private static String said(Offered type) {
        String reasons =
                type.closed().stream().map(Closed::reason).map(Enum::name).collect(Collectors.joining(" "));
        return (type.key() + ": " + reasons).strip();
    }
}
