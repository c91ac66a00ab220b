package org.careunit.notifications.internal.recordsystem;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.api.gateways.RecordSystems.Progress;
import org.careunit.api.identity.HsaId;
import org.careunit.operations.Health;
import org.careunit.storage.UnitRegister;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Health check: whether each unit that a record system names is registered and has exactly one record system, which has
 * passed its test message.
 */
@Component(property = {HealthCheck.NAME + "=record-systems", HealthCheck.TAGS + "=" + Health.TAG})
public final class RecordSystemsHealth implements HealthCheck {

    private static final int SHOWN = 5;

    private final RecordSystemRegister register;
    private final RecordSystemsComponent systems;
    private final UnitRegister units;

    @Activate
    public RecordSystemsHealth(
            @Reference RecordSystemRegister register,
            @Reference RecordSystemsComponent systems,
            @Reference UnitRegister units) {
        this.register = register;
        this.systems = systems;
        this.units = units;
    }

    @Override
    public Result execute() {
        List<HsaId> two = with(Progress.NONE);
        if (!two.isEmpty()) {
            return Health.critical(
                    "Two record systems name " + shown(two) + ", which therefore have none: take one away.");
        }
        List<HsaId> strangers = with(unit -> units.find(unit).isEmpty());
        if (!strangers.isEmpty()) {
            return Health.warn("Named by a record system and not registered: " + shown(strangers) + ". Nothing is sent"
                    + " there: correct 'units' of the record system's careunit.journal, or register what is missing.");
        }
        List<HsaId> untested = with(Progress.UNTESTED);
        if (!untested.isEmpty()) {
            return Health.warn("No test message has passed since the record system was set up or changed for "
                    + shown(untested) + "; their notices wait: careunit:record-system-test sends one.");
        }
        return Health.ok(register.all().size() + " units have a record system that has passed its test message.");
    }

    private List<HsaId> with(Progress progress) {
        return with(unit -> systems.status(unit).progress() == progress);
    }

    private List<HsaId> with(Predicate<HsaId> which) {
        return register.all().keySet().stream().filter(which).toList();
    }

    private static String shown(List<HsaId> units) {
        String first = units.stream().limit(SHOWN).map(HsaId::toString).collect(Collectors.joining(", "));
        return units.size() > SHOWN ? first + " and " + (units.size() - SHOWN) + " more units" : first;
    }
}
