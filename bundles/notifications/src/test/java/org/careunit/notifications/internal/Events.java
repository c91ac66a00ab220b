package org.careunit.notifications.internal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.careunit.api.events.CaseChange;
import org.careunit.api.events.EventId;
import org.careunit.api.events.PlatformEvent;
import org.careunit.api.events.PlatformEvent.CaseEvent;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.StaffId;

/** Events for tests, of a unit and staff that do not exist. */
public final class Events {

    public static final HsaId UNIT = new HsaId("SE1111111111-UNIT1");
    public static final CaseRef CASE = new CaseRef(UNIT, "c-1");
    private static final List<StaffId> STAFF = List.of(new StaffId("SE1111111111-A"), new StaffId("SE1111111111-B"));

    private Events() {}

    public static CaseEvent event(String id, long at, CaseChange change) {
        return new CaseEvent(new EventId(id), Instant.ofEpochSecond(at), CASE, OptionalLong.empty(), change);
    }

    public static CaseEvent numbered(String id, long number, long at, CaseChange change) {
        return new CaseEvent(new EventId(id), Instant.ofEpochSecond(at), CASE, OptionalLong.of(number), change);
    }

    public static Arbitrary<CaseChange> changes() {
        return Arbitraries.of(
                new CaseChange.Received(new CaseTypeKey("kontakta-mig")),
                new CaseChange.Given(STAFF.get(0), STAFF.get(1)),
                new CaseChange.Given(STAFF.get(1), STAFF.get(1)),
                new CaseChange.PartReplied(),
                new CaseChange.CounterQuestionAsked(),
                new CaseChange.ResidentReplied(),
                new CaseChange.Answered(),
                new CaseChange.AnswerRead(),
                new CaseChange.Reopened(),
                new CaseChange.Withdrawn(),
                new CaseChange.Closed());
    }

    public static Arbitrary<PlatformEvent> any() {
        Arbitrary<EventId> ids = Arbitraries.strings()
                .withChars("abcXYZ019._:-")
                .ofMinLength(1)
                .ofMaxLength(100)
                .map(EventId::new);
        Arbitrary<Instant> times =
                Arbitraries.longs().between(-1, 4_000_000_000L).map(Instant::ofEpochSecond);
        Arbitrary<OptionalLong> numbers = Arbitraries.longs()
                .map(OptionalLong::of)
                .injectNull(0.3)
                .map(n -> n == null ? OptionalLong.empty() : n);
        Arbitrary<PlatformEvent> ofCase = Combinators.combine(ids, times, numbers, changes())
                .as((id, at, number, change) -> new CaseEvent(id, at, CASE, number, change));
        Arbitrary<PlatformEvent> ofUnit =
                Combinators.combine(ids, times).as((id, at) -> new PlatformEvent.UnitChanged(id, at, UNIT));
        Arbitrary<PlatformEvent> ofStaff =
                Combinators.combine(ids, times).as((id, at) -> new PlatformEvent.StaffChanged(id, at, STAFF.get(0)));
        return Arbitraries.oneOf(ofCase, ofUnit, ofStaff);
    }
}
