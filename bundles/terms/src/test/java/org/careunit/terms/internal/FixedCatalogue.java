package org.careunit.terms.internal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.TypeField;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;

/** A catalogue with one type, the same in every region, whose terms are locked or not. */
final class FixedCatalogue {

    private Set<TypeField> locked = Set.of();

    void lockTerms() {
        locked = Set.of(TypeField.TERMS);
    }

    CaseTypeCatalogue service() {
        return (CaseTypeCatalogue) Proxy.newProxyInstance(
                CaseTypeCatalogue.class.getClassLoader(),
                new Class<?>[] {CaseTypeCatalogue.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("types")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    CaseTypeKey key = new CaseTypeKey("boka-tid");
                    return List.of(new Versioned<>(
                            new CentralType(key, "Boka tid", true, TypeSettings.NONE, List.of(), locked), 1));
                });
    }
}
