package org.careunit.testkit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.host.ClosedCases.ArchivedPackage;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.junit.jupiter.api.Test;

/**
 * Contract of a host's {@link ClosedCases}: each ended case is given once until it is confirmed, whatever ends or is
 * confirmed meanwhile, and very many cases take no more memory than a page.
 */
public abstract class ClosedCasesContract extends HostServiceContract {

    private static final HsaId UNIT = new HsaId("SE1111111111-ARKIV");
    private static final HsaId OTHER = new HsaId("SE1111111111-ANNAN");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");
    private static final int LONGEST_CURSOR = 1_000;
    private static final int FULLEST_PAGE = 1_000;
    private static final int SOME = 250;
    private static final long MOST_BYTES = 64L << 20;

    /** The service under test, which knows the cases of this test alone. */
    protected abstract ClosedCases service();

    /** Ends a case, also one that was archived before and reopened; what is in it does not matter. */
    protected abstract void end(CaseRef ref, Instant at);

    /** How many cases the test of memory reads; fewer where ending a case takes long. */
    protected int veryMany() {
        return 100_000;
    }

    @Override
    Object askAboutKnown() {
        if (ids(UNTIL).isEmpty()) {
            end(UNIT, 1);
        }
        return List.of(assertAnswered(service().closedCases(UNIT, UNTIL, Optional.empty()))
                .rows()
                .get(0)
                .ref());
    }

    @Test
    void aUnitWithoutEndedCasesHasOneEmptyPage() {
        assertEquals(new Page<>(List.of(), Optional.empty()), service().closedCases(UNIT, UNTIL, Optional.empty()));
    }

    @Test
    void givesEachCaseOfTheUnitThatEndedBeforeOnce() {
        end(UNIT, SOME);
        end(OTHER, 3);
        end(new CaseRef(UNIT, "at-the-end"), UNTIL);
        end(new CaseRef(UNIT, "just-before"), UNTIL.minusNanos(1_000));
        List<String> ids = ids(UNTIL);
        assertEquals(SOME + 1, ids.size());
        assertEquals(SOME + 1, new HashSet<>(ids).size());
        assertTrue(ids.contains("just-before"));
    }

    @Test
    void cursorsStayWhileCasesEndAndAreConfirmed() {
        end(UNIT, SOME);
        Set<String> all = new HashSet<>(ids(UNTIL));
        List<String> given = new ArrayList<>();
        int[] ended = {0};
        pages(UNTIL, page -> {
            page.rows().forEach(one -> given.add(one.ref().id()));
            confirm(page.rows(), "package-1");
            end(new CaseRef(UNIT, "late-" + ended[0]++), BEGIN.plusSeconds(1));
        });
        assertEquals(given.size(), new HashSet<>(given).size(), "a case came twice");
        assertTrue(given.containsAll(all), "a case was passed over");
        assertTrue(ids(UNTIL).stream().allMatch(id -> id.startsWith("late-")));
    }

    @Test
    void archivedTwiceChangesNothing() {
        end(UNIT, 3);
        List<ClosedCase> cases =
                service().closedCases(UNIT, UNTIL, Optional.empty()).rows();
        confirm(cases, "package-1");
        confirm(cases, "package-1");
        assertEquals(List.of(), ids(UNTIL));
    }

    @Test
    void aCaseThatIsEndedAgainIsGivenAgain() {
        CaseRef again = new CaseRef(UNIT, "again");
        end(again, BEGIN);
        confirm(service().closedCases(UNIT, UNTIL, Optional.empty()).rows(), "package-1");
        end(again, BEGIN.plusSeconds(1));
        assertEquals(List.of("again"), ids(UNTIL));
    }

    @Test
    void whatCannotBeConfirmedNowIsUnavailable() {
        end(UNIT, 1);
        List<ClosedCase> cases =
                service().closedCases(UNIT, UNTIL, Optional.empty()).rows();
        takeAway();
        try {
            assertThrows(UnavailableException.class, () -> confirm(cases, "package-1"));
        } finally {
            giveBack();
        }
        assertEquals(1, ids(UNTIL).size());
    }

    @Test
    void veryManyCasesTakeNoMoreMemoryThanAPage() {
        end(UNIT, veryMany());
        long before = liveBytes();
        long[] read = {0, 0};
        pages(UNTIL, page -> {
            assertTrue(
                    page.rows().size() <= FULLEST_PAGE,
                    "a page has " + page.rows().size() + " cases");
            read[0] += page.rows().size();
            if (read[0] >= veryMany() / 2 && read[1] == 0) {
                read[1] = liveBytes();
            }
        });
        assertEquals(veryMany(), read[0]);
        assertTrue(read[1] - before < MOST_BYTES, "half of the cases took " + (read[1] - before) + " bytes");
    }

    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void end(HsaId unit, int cases) {
        for (int i = 1; i <= cases; i++) {
            end(new CaseRef(unit, "case-" + i), BEGIN.plusSeconds(i));
        }
    }

    private void confirm(List<ClosedCase> cases, String name) {
        if (!cases.isEmpty()) {
            service()
                    .archived(
                            UNIT,
                            cases.stream().map(ClosedCase::ref).toList(),
                            new ArchivedPackage(name, "0".repeat(64), UNTIL));
        }
    }

    private List<String> ids(Instant until) {
        List<String> ids = new ArrayList<>();
        pages(until, page -> page.rows().forEach(one -> ids.add(one.ref().id())));
        return ids;
    }

    private void pages(Instant until, Consumer<Page<ClosedCase>> each) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<ClosedCase> page = assertAnswered(service().closedCases(UNIT, until, cursor));
            each.accept(page);
            cursor = page.next();
            assertTrue(cursor.map(String::length).orElse(0) <= LONGEST_CURSOR, "the cursor is too long");
        } while (cursor.isPresent());
    }
}
