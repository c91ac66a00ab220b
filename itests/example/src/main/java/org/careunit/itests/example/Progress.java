package org.careunit.itests.example;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.Readiness;

/** Checks the checklist after each step. */
final class Progress {

    private final Readiness readiness;
    private final Actor asker;
    private final HsaId unit;
    private final Steps steps;

    Progress(Readiness readiness, Actor asker, HsaId unit, Steps steps) {
        this.readiness = readiness;
        this.asker = asker;
        this.unit = unit;
        this.steps = steps;
    }

    Checklist now() {
        return readiness.of(asker, unit);
    }

    void isDone(Point point) {
        stands(point.key(), CheckStatus.DONE, "");
    }

    void isLeft(Point point, String named) {
        stands(point.key(), CheckStatus.NOT_DONE, named);
    }

    /** Notes where a line of the checklist stands; one of its reasons, which is told, is to name that. */
    void stands(String key, CheckStatus expected, String named) {
        Checklist all = now();
        Optional<Line> line = Stream.concat(all.points().stream(), all.facts().stream())
                .filter(one -> one.key().equals(key))
                .findFirst();
        List<String> reasons = line.map(one -> one.result().reasons()).orElse(List.of()).stream()
                .filter(reason -> reason.contains(named))
                .toList();
        Optional<CheckStatus> status = line.map(one -> one.result().status());
        steps.check(
                "the checklist: " + line.map(Line::title).orElse(key),
                status.map(CheckStatus::name).orElse("is not there")
                        + reasons.stream()
                                .findFirst()
                                .map(first -> ": " + first)
                                .orElse(""),
                status.equals(Optional.of(expected)) && (named.isEmpty() || !reasons.isEmpty()));
    }
}
