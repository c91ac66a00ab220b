package org.careunit.settings.internal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;

/** A region with one case type, and units that have one more of their own. */
public record FixedCaseTypes() implements CaseTypes {

    private static final CentralType CENTRAL =
            new CentralType(new CaseTypeKey("boka-tid"), "Boka tid", true, TypeSettings.NONE, List.of(), Set.of());

    public static void say(SettingsContext context) {
        context.setCaseTypes(new FixedCaseTypes());
        context.setCatalogue((CaseTypeCatalogue) Proxy.newProxyInstance(
                CaseTypeCatalogue.class.getClassLoader(),
                new Class<?>[] {CaseTypeCatalogue.class},
                (proxy, method, given) -> List.of(new Versioned<>(CENTRAL, 0))));
    }

    @Override
    public List<UnitCaseType> ofUnit(Actor actor, HsaId unit) {
        return List.of(new UnitCaseType(
                new CaseTypeKey("local-vaccin"),
                "Vår vaccination",
                true,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false));
    }

    @Override
    public Optional<UnitCaseType> find(Actor actor, HsaId unit, CaseTypeKey type) {
        throw new AssertionError();
    }
}
