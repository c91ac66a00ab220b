package org.careunit.terms.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;

/** Case types service with fixed active types, the same at every unit. */
public final class FixedCaseTypes implements CaseTypes {

    private final Map<CaseTypeKey, UnitCaseType> types = new ConcurrentHashMap<>();

    /** What the store says where memory is a moment behind. */
    private final Map<CaseTypeKey, UnitCaseType> now = new ConcurrentHashMap<>();

    /** Has memory say that a type is closed, which in the store is active, and perhaps locked. */
    public void closeInMemory(String key, boolean lockedNow) {
        UnitCaseType said = types.get(new CaseTypeKey(key));
        now.put(
                said.key(),
                new UnitCaseType(said.key(), said.name(), true, said.handlingDays(), said.firstReplyDays(), lockedNow));
        close(key);
    }

    public FixedCaseTypes say(String key, String name, int handlingDays, boolean locked) {
        CaseTypeKey type = new CaseTypeKey(key);
        OptionalInt days = handlingDays == 0 ? OptionalInt.empty() : OptionalInt.of(handlingDays);
        types.put(type, new UnitCaseType(type, name, true, days, OptionalInt.empty(), locked));
        return this;
    }

    public void close(String key) {
        types.computeIfPresent(
                new CaseTypeKey(key),
                (type, said) -> new UnitCaseType(
                        type, said.name(), false, said.handlingDays(), said.firstReplyDays(), said.termsLocked()));
    }

    @Override
    public List<UnitCaseType> ofUnit(Actor actor, HsaId unit) {
        return List.copyOf(types.values());
    }

    @Override
    public List<UnitCaseType> ofUnitNow(Actor actor, HsaId unit) {
        Map<CaseTypeKey, UnitCaseType> all = new HashMap<>(types);
        all.putAll(now);
        return List.copyOf(all.values());
    }

    @Override
    public Optional<UnitCaseType> find(Actor actor, HsaId unit, CaseTypeKey type) {
        return Optional.ofNullable(types.get(type));
    }
}
