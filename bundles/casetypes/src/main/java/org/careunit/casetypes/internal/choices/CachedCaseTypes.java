package org.careunit.casetypes.internal.choices;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Read access to the case types of units. Separate from {@link StoredChoices}, because the terms depend on this
 * service.
 */
@Component
public final class CachedCaseTypes implements CaseTypes {

    private final AccessControl access;
    private final CaseTypeCache memory;

    @Activate
    public CachedCaseTypes(@Reference AccessControl access, @Reference CaseTypesContext context) {
        this.access = access;
        this.memory = context.memory();
    }

    @Override
    public List<UnitCaseType> ofUnit(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return memory.at(unit).summaries();
    }

    @Override
    public List<UnitCaseType> ofUnitNow(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return memory.atNow(unit).summaries();
    }

    @Override
    public Optional<UnitCaseType> find(Actor actor, HsaId unit, CaseTypeKey type) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return memory.summary(unit, type);
    }
}
