package org.careunit.units.internal.readiness;

import java.util.List;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.HsaId;
import org.careunit.api.readiness.Point;
import org.careunit.api.readiness.ReadinessCheck;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsState.Stage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the terms of every chosen type are the unit's own without errors, or locked by the region. */
@Component(service = ReadinessCheck.class)
public final class TermsAdaptedCheck extends TypeCheck {

    @Activate
    public TermsAdaptedCheck(@Reference ChosenTypes chosen) {
        super(chosen, Point.TERMS);
    }

    @Override
    public String key() {
        return "terms";
    }

    @Override
    List<String> toMend(HsaId unit, UnitCaseType type) {
        TermsState state = chosen().terms(unit, type.key());
        if (state.stage() == Stage.NONE) {
            return List.of(type.name() + ": skriv och publicera en villkorstext.");
        }
        if (state.stage() == Stage.REGION) {
            return List.of(type.name() + ": anpassa regionens villkorstext och publicera den.");
        }
        return state.errors().stream().map(error -> type.name() + ": " + error).toList();
    }
}
