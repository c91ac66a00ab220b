package org.careunit.units.internal;

import static org.careunit.api.units.CareUnit.State.CLOSED;
import static org.careunit.api.units.CareUnit.State.CLOSING;
import static org.careunit.api.units.CareUnit.State.OPEN;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.CareUnit.State;
import org.careunit.api.units.UnitChange;
import org.careunit.storage.Cases;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.documents.Right;
import org.careunit.units.internal.problems.UnitProblem;

/**
 * Changes a unit's state, from registration to closing, under the unit's lock, with the right checked again and old and
 * new state in the audit trail.
 */
final class UnitLifeCycle {

    private final Documents documents;
    private final UnitRegister register;
    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    UnitLifeCycle(Documents documents, UnitRegister register, Cases cases, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.register = register;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    CareUnit register(Right right, CareUnit wanted) {
        Scope region = Scope.region(wanted.region().value());
        return documents.change(region, right, () -> add(right.actor(), wanted) ? wanted : sameAs(wanted));
    }

    CareUnit open(Right right, HsaId id) {
        return change(right, id, "unit.open", unit -> switch (unit.state()) {
            case OPEN -> unit;
            case REGISTERED -> in(OPEN, unit, Optional.of(now()), Optional.empty());
            case CLOSING -> throw UnitProblem.CLOSING.refused(id);
            case CLOSED -> throw UnitProblem.CLOSED.refused(id);
        });
    }

    CareUnit startClosing(Right right, HsaId id) {
        return change(right, id, "unit.start-closing", unit -> switch (unit.state()) {
            case CLOSING -> unit;
            case OPEN -> in(CLOSING, unit, unit.openedAt(), Optional.empty());
            case REGISTERED -> throw UnitProblem.NEVER_OPEN_TO_CLOSE.refused(id);
            case CLOSED -> throw UnitProblem.CLOSED_ALREADY.refused(id);
        });
    }

    CareUnit reopen(Right right, HsaId id) {
        return change(right, id, "unit.reopen", unit -> switch (unit.state()) {
            case OPEN -> unit;
            case CLOSING -> in(OPEN, unit, unit.openedAt(), Optional.empty());
            case REGISTERED -> throw UnitProblem.NEVER_OPEN.refused(id);
            case CLOSED -> throw UnitProblem.CLOSED.refused(id);
        });
    }

    CareUnit close(Right right, HsaId id) {
        return change(right, id, "unit.close", unit -> switch (unit.state()) {
            case CLOSED -> unit;
            case REGISTERED, CLOSING -> closed(unit);
            case OPEN -> throw UnitProblem.OPEN.refused(id);
        });
    }

    CareUnit rename(Right right, HsaId id, String expectedName, String name) {
        return change(right, id, "unit.rename", unit -> {
            if (!unit.name().equals(expectedName) && !unit.name().equals(name)) {
                throw new ConflictException(id + " is called '" + unit.name() + "' by now: rename it from that");
            }
            return new CareUnit(id, unit.region(), name, unit.state(), unit.openedAt(), unit.closedAt());
        });
    }

    /** The history of a unit, newest first. */
    List<UnitChange> history(CareUnit unit) {
        return audit.ofActions(Scope.unit(unit.id()), "unit.").stream()
                .map(row -> new UnitChange(row.number(), row.at(), row.actor(), row.action(), row.text()))
                .toList();
    }

    private CareUnit closed(CareUnit unit) {
        long left = cases.unhandled(unit.id());
        if (left > 0) {
            throw UnitProblem.CASES_LEFT.refused(unit.id(), word(unit.state()), left);
        }
        return in(CLOSED, unit, unit.openedAt(), Optional.of(now()));
    }

    private CareUnit change(Right right, HsaId id, String action, UnaryOperator<CareUnit> step) {
        return documents.change(Scope.unit(id), right, () -> {
            UnitRegister.Entry entry = register.lock(id).orElseThrow(() -> UnitRegister.unknown(id));
            CareUnit after = step.apply(entry.unit());
            if (!after.equals(entry.unit())) {
                replace(right.actor(), action, entry, after);
            }
            return after;
        });
    }

    private void replace(Actor actor, String action, UnitRegister.Entry before, CareUnit after) {
        if (!register.update(after, before.version())) {
            throw new IllegalStateException(after.id() + " was changed past its lock");
        }
        audit.append(after.id(), actor.label(), action, difference(before.unit(), after));
    }

    private boolean add(Actor actor, CareUnit unit) {
        boolean added = register.add(unit);
        if (added) {
            audit.append(unit.id(), actor.label(), "unit.register", "in region " + unit.region());
        }
        return added;
    }

    private CareUnit sameAs(CareUnit wanted) {
        CareUnit there = register.find(wanted.id()).orElseThrow().unit();
        if (!there.region().equals(wanted.region())) {
            throw UnitProblem.OTHER_REGION.refused(wanted.id(), there.region());
        }
        if (!there.name().equals(wanted.name())) {
            throw UnitProblem.OTHER_NAME.refused(wanted.id());
        }
        return there;
    }

    /** In the store's precision, so that later reads return the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static CareUnit in(State state, CareUnit unit, Optional<Instant> openedAt, Optional<Instant> closedAt) {
        return new CareUnit(unit.id(), unit.region(), unit.name(), state, openedAt, closedAt);
    }

    private static String difference(CareUnit before, CareUnit after) {
        return before.state() == after.state()
                ? "from '" + before.name() + "' to '" + after.name() + "'"
                : "from " + word(before.state()) + " to " + word(after.state());
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
