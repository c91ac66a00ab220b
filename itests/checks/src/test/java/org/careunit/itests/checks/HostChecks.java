package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.finding.Resident;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.MunicipalityCode;
import org.careunit.api.identity.ResidentPseudonym;
import org.careunit.api.identity.Sex;
import org.careunit.api.identity.StaffId;
import org.careunit.testkit.Careunit;
import org.careunit.testkit.UnitUnderTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What all checks share: one Careunit, and for each class of checks a unit of its own, whose checklist is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostChecks {

    static final Actor HOST = new Actor.Host("example");
    static final Actor OPERATOR = new Actor.Operator("example");
    static final CountyCode STOCKHOLM = new CountyCode("01");
    static final ResidentPseudonym PSEUDONYM = new ResidentPseudonym("exempel-invanare");
    static final Actor RESIDENT = new Actor.Resident(PSEUDONYM);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    Careunit careunit;
    UnitUnderTest unit;
    Actor administrator;

    @BeforeAll
    void prepare(Careunit running) {
        careunit = running;
        unit = running.units().ready(id("").value());
        administrator = unit.asAdministrator();
    }

    /** An HSA-id of these checks' own. */
    HsaId id(String suffix) {
        String name = getClass().getSimpleName().toUpperCase(Locale.ROOT);
        return new HsaId("SE1111111111-" + name.substring(0, Math.min(8, name.length())) + suffix);
    }

    <T> T service(Class<T> contract) {
        return careunit.service(contract);
    }

    Instant now() {
        return careunit.clock().instant();
    }

    /** A staff member of the unit who has no permission there. */
    StaffId nobody() {
        return new StaffId(unit.id().value() + "NONE");
    }

    /** An event that happens now, with an id of its own. */
    CaseEvent event(CaseRef ref, CaseChange change) {
        return event("check-" + NUMBERS.incrementAndGet(), ref, change);
    }

    CaseEvent event(String id, CaseRef ref, CaseChange change) {
        return CaseEvent.of(new EventId(id), now(), ref, change);
    }

    CaseChange received() {
        return new CaseChange.Received(unit.type());
    }

    /** A grown-up of Stockholm. */
    static Resident resident() {
        return new Resident(
                LocalDate.of(1990, 1, 1), Sex.FEMALE, STOCKHOLM, new MunicipalityCode("0184"), Optional.of(PSEUDONYM));
    }

    /** Expects a refusal with a problem of this code, in both languages and with all of its places filled in. */
    static RefusedException refused(String code, ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal with %s", code).isNotNull();
        assertThat(codes(refused)).contains(code);
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(problem.swedish()).isNotBlank();
            assertThat(problem.english()).isNotBlank();
        });
        return refused;
    }

    static List<String> codes(RefusedException refused) {
        return refused.problems().stream().map(Problem::code).toList();
    }

    static List<String> paths(RefusedException refused) {
        return refused.problems().stream().map(Problem::path).toList();
    }

    static ConflictException conflict(ThrowingCallable call) {
        ConflictException conflict = catchThrowableOfType(ConflictException.class, call);
        assertThat(conflict).as("a conflict").isNotNull();
        return conflict;
    }
}
