package org.careunit.units.internal.readiness;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.careunit.api.casetypes.CaseTypeChoices;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.terms.TermsState;
import org.careunit.api.terms.TermsStates;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the case types' and the terms' services say of a unit; both may be away. */
@Component(service = ChosenTypes.class)
public final class ChosenTypes {

    private static final Actor US = new Actor.Internal("readiness");

    private final AtomicReference<CaseTypes> types = new AtomicReference<>();
    private final AtomicReference<CaseTypeChoices> choices = new AtomicReference<>();
    private final AtomicReference<TermsStates> terms = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setTypes(CaseTypes present) {
        types.set(present);
    }

    void unsetTypes(CaseTypes gone) {
        types.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setChoices(CaseTypeChoices present) {
        choices.set(present);
    }

    void unsetChoices(CaseTypeChoices gone) {
        choices.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setTerms(TermsStates present) {
        terms.set(present);
    }

    void unsetTerms(TermsStates gone) {
        terms.compareAndSet(gone, null);
    }

    /** The types that a unit offers, in their order. */
    List<UnitCaseType> of(HsaId unit) {
        return present(types, "case types").ofUnit(US, unit).stream()
                .filter(UnitCaseType::active)
                .toList();
    }

    /** What keeps a type from being offered, active or not. */
    List<String> obstacles(HsaId unit, CaseTypeKey type) {
        return present(choices, "case types").obstacles(US, unit, type);
    }

    TermsState terms(HsaId unit, CaseTypeKey type) {
        return present(terms, "terms").find(US, unit, type);
    }

    private static <T> T present(AtomicReference<T> service, String what) {
        return Optional.ofNullable(service.get())
                .orElseThrow(() -> new UnavailableException("Nobody knows the " + what + " now"));
    }
}
