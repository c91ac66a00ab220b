package org.careunit.units.internal.readiness;

import java.util.ArrayList;
import java.util.List;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.terms.TermsState.Stage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the settings and the texts of every chosen type are filled in. */
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
        List<String> reasons = new ArrayList<>();
        if (type.handlingDays().isEmpty()) {
            reasons.add(type.name() + ": ange handläggningstiden.");
        }
        if (chosen().terms(unit, type.key()).stage() == Stage.NONE) {
            reasons.add(type.name() + ": skriv och publicera en villkorstext.");
        }
        return reasons;
    }
}
