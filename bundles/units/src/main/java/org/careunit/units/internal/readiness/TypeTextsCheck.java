package org.careunit.units.internal.readiness;

import java.util.List;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether every chosen type has what activating it takes: what its region, a lock or the unit changed since is found here. */
@Component(service = ReadinessCheck.class)
public final class TypeTextsCheck extends TypeCheck {

    @Activate
    public TypeTextsCheck(@Reference ChosenTypes chosen) {
        super(chosen, Point.TEXTS);
    }

    @Override
    public String key() {
        return "type-texts";
    }

    @Override
    List<String> toMend(HsaId unit, UnitCaseType type) {
        return chosen().obstacles(unit, type.key()).stream()
                .map(obstacle -> type.name() + ": " + obstacle)
                .toList();
    }
}
