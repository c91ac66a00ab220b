package org.careunit.notifications.internal.recordsystem;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemTests;
import org.careunit.api.gateways.RecordSystems;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.notifications.internal.problems.NotificationProblem;
import org.careunit.notifications.internal.recordsystem.PassedTests.Passed;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the state of each unit's record system, and sends test messages. A changed one has not passed any. */
@Component(service = {RecordSystems.class, RecordSystemTests.class, RecordSystemsComponent.class})
public final class RecordSystemsComponent implements RecordSystems, RecordSystemTests {

    private static final Status NONE = new Status(Progress.NONE, Optional.empty());
    private static final Status UNTESTED = new Status(Progress.UNTESTED, Optional.empty());

    private final AccessControl access;
    private final UnitRegister units;
    private final RecordSystemRegister register;
    private final PassedTests tests;
    private final Clock clock;

    @Activate
    public RecordSystemsComponent(
            @Reference AccessControl access,
            @Reference UnitRegister units,
            @Reference RecordSystemRegister register,
            @Reference PassedTests tests,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.access = access;
        this.units = units;
        this.register = register;
        this.tests = tests;
        this.clock = clock;
    }

    @Override
    public Status status(HsaId unit) {
        return register.find(unit).map(system -> status(unit, system)).orElse(NONE);
    }

    private Status status(HsaId unit, RecordSystem system) {
        return tests.of(unit)
                .filter(passed -> passed.fingerprint().equals(system.fingerprint()))
                .map(passed -> new Status(Progress.PASSED, Optional.of(passed.at())))
                .orElse(UNTESTED);
    }

    @Override
    public boolean isReachable(HsaId unit) {
        return register.find(unit).filter(RecordSystem::isReachable).isPresent();
    }

    @Override
    public Result test(Actor actor, HsaId unit) {
        tests.requireRight(access, actor, unit);
        units.require(unit);
        RecordSystem system =
                register.find(unit).orElseThrow(() -> NotificationProblem.NO_RECORD_SYSTEM.refused(whyNone(unit)));
        String fingerprint = system.fingerprint();
        Instant now = clock.instant();
        CaseRef invented = new CaseRef(unit, "test-" + UUID.randomUUID());
        DeliveryResult result = send(system, invented, Kind.CREATED, now);
        if (result.status() == DeliveryStatus.ACCEPTED) {
            result = send(system, invented, Kind.COMPLETED, now);
        }
        if (result.status() != DeliveryStatus.ACCEPTED) {
            return new Result(false, result.status() + ": " + result.reason());
        }
        tests.save(access, actor, unit, new Passed(fingerprint, now));
        return new Result(true, result.reason());
    }

    private String whyNone(HsaId unit) {
        String names = register.names(unit);
        return names.isEmpty()
                ? "Unit " + unit + " has no record system"
                : "Unit " + unit + " has two record systems, " + names + ": take one of them away";
    }

    private static DeliveryResult send(RecordSystem system, CaseRef ref, Kind kind, Instant now) {
        return NoticeSending.send(system, new CaseNotice(UUID.randomUUID(), kind, ref, 1, now, Optional.empty(), true))
                .result();
    }
}
