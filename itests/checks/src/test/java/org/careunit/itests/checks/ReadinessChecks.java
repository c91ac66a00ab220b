package org.careunit.itests.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.careunit.api.failure.Problem;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.testkit.UnitUnderTest;
import org.junit.jupiter.api.Test;

/** A unit's checklist, and checks of a host's own on it. */
abstract class ReadinessChecks extends HostChecks {

    private Checklist checklist() {
        return service(Readiness.class).of(administrator, unit.id());
    }

    private static Stream<Problem> problems(Checklist checklist) {
        return Stream.concat(checklist.points().stream(), checklist.facts().stream())
                .flatMap(line -> line.result().problems().stream());
    }

    /** A check that answers that. */
    private record Own(Supplier<CheckResult> answer) implements ReadinessCheck {

        @Override
        public String key() {
            return "own";
        }

        @Override
        public String title() {
            return "Något eget";
        }

        @Override
        public Optional<Point> point() {
            return Optional.empty();
        }

        @Override
        public CheckResult check(CheckRequest request) {
            return answer.get();
        }
    }

    private Checklist with(Supplier<CheckResult> answer) {
        Runnable remove = careunit.register(ReadinessCheck.class, new Own(answer));
        try {
            return checklist();
        } finally {
            remove.run();
        }
    }

    private static Checklist.Line own(Checklist checklist) {
        return checklist.facts().stream()
                .filter(line -> line.key().equals("own"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReadyUnitHasAllSixPointsDone() {
        assertThat(checklist().points()).extracting(Checklist.Line::key).hasSize(Point.values().length);
        assertThat(checklist().ready()).isTrue();
    }

    @Test
    void aUnitThatHasJustJoinedIsToldWhatToDoWithCodes() {
        UnitUnderTest joined = careunit.units().registered(id("JOINED").value());
        Checklist checklist = service(Readiness.class).of(OPERATOR, joined.id());
        assertThat(checklist.ready()).isFalse();
        assertThat(problems(checklist))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).matches("[a-z-]+\\.[a-z-]+"))
                .allSatisfy(
                        problem -> assertThat(problem.swedish()).isNotBlank().doesNotContain("{support}"));
    }

    @Test
    void aCheckOfTheHostsOwnCounts() {
        Problem never = new Problem("own.never", "", Map.of(), "Det här blir aldrig klart.", "This is never done");
        Checklist checklist = with(() -> CheckResult.toFix(List.of(never)));
        assertThat(checklist.ready()).isFalse();
        assertThat(own(checklist).result().problems()).extracting(Problem::code).containsExactly("own.never");
        assertThat(checklist().ready()).isTrue();
    }

    @Test
    void aCheckThatCannotSayIsNotDone() {
        Checklist checklist = with(() -> {
            throw new UnavailableException("The host's own service is down");
        });
        assertThat(own(checklist).result().status()).isEqualTo(CheckStatus.NOT_DONE);
    }

    @Test
    void aCheckThatFailsOrAnswersNullLeavesTheOthers() {
        for (Supplier<CheckResult> answer : List.<Supplier<CheckResult>>of(
                () -> {
                    throw new IllegalStateException("A fault of the host's, on purpose");
                },
                () -> null)) {
            Checklist checklist = with(answer);
            assertThat(own(checklist).result().status()).isEqualTo(CheckStatus.NOT_DONE);
            assertThat(checklist.points()).hasSize(Point.values().length);
        }
    }

    @Test
    void aUnitThatDoesNotExistHasNoChecklist() {
        refused("storage.no-unit", () -> service(Readiness.class).of(OPERATOR, id("UNKNOWN")));
    }
}
