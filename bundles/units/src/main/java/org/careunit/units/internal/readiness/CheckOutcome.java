package org.careunit.units.internal.readiness;

import java.util.List;
import java.util.Optional;
import org.careunit.api.failure.CareunitException;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.CheckRequest;
import org.careunit.api.readiness.CheckResult;
import org.careunit.api.readiness.CheckStatus;
import org.careunit.api.readiness.Checklist.Line;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.regions.SupportContacts;
import org.careunit.units.internal.problems.UnitProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Result of a readiness check. A check that throws, also one of a host module, affects only its own line.
 *
 * @param failed whether it could not tell
 */
record CheckOutcome(Optional<Point> point, Line line, boolean failed) {

    private static final Logger LOG = LoggerFactory.getLogger(CheckOutcome.class);

    static CheckOutcome at(ReadinessCheck check, CheckRequest question) {
        try {
            return new CheckOutcome(check.point(), new Line(check.key(), check.title(), check.check(question)), false);
        } catch (CareunitException told) {
            LOG.debug("The check {} cannot look at {}", check.key(), question.unit(), told);
            return cannotTell(check);
        } catch (RuntimeException fault) {
            LOG.warn("The readiness check {} failed at {}; its line says so", check.key(), question.unit(), fault);
            return cannotTell(check);
        }
    }

    /** The same with the name of whom the unit turns to. */
    CheckOutcome withSupport(HsaId unit, Optional<SupportContacts> contacts) {
        CheckResult filled = SupportName.filledIn(line.result(), unit, contacts);
        return new CheckOutcome(point, new Line(line.key(), line.title(), filled), failed);
    }

    private static CheckOutcome cannotTell(ReadinessCheck check) {
        CheckResult result =
                new CheckResult(CheckStatus.NOT_DONE, List.of(UnitProblem.CHECK_FAILED.with(check.title())));
        return new CheckOutcome(check.point(), new Line(check.key(), check.title(), result), true);
    }
}
