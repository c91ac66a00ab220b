package org.careunit.casetypes.internal.choices;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.casetypes.internal.catalogue.RegionTypes;
import org.careunit.casetypes.internal.problems.CaseTypeProblem;

/** The effective types of a unit: those of its region in the catalogue's order, then its own by name. */
public final class TypesAtUnit {

    private final UnitTypes stored;
    private final RegionTypes region;
    private final List<ResolvedType> all;
    private final List<ResolvedType> active;
    private final List<UnitCaseType> summaries;
    private final Map<CaseTypeKey, ResolvedType> byKey;

    public TypesAtUnit(UnitTypes stored, RegionTypes region) {
        this.stored = stored;
        this.region = region;
        all = Stream.concat(central(), own()).toList();
        active = all.stream().filter(known -> known.summary().active()).toList();
        summaries = all.stream().map(ResolvedType::summary).toList();
        byKey = all.stream()
                .collect(Collectors.toUnmodifiableMap(known -> known.type().key(), Function.identity()));
    }

    private Stream<ResolvedType> central() {
        return region.listed().values().stream()
                .filter(listed -> stored.has(listed.content()))
                .map(listed -> region.at(
                        listed, stored.choices().getOrDefault(listed.content().key(), Choice.NONE)));
    }

    private Stream<ResolvedType> own() {
        Collator swedish = Collator.getInstance(Locale.forLanguageTag("sv-SE"));
        return stored.own().stream()
                .map(this::ownOne)
                .sorted(Comparator.comparing(TypeAtUnit::name, swedish).thenComparing(TypeAtUnit::key))
                .map(ResolvedType::of);
    }

    private TypeAtUnit ownOne(CaseTypeKey key) {
        return EffectiveSettings.of(key, Optional.empty(), stored.choices().get(key));
    }

    public UnitTypes stored() {
        return stored;
    }

    public boolean isOf(RegionTypes now) {
        return region.equals(now);
    }

    public List<ResolvedType> all() {
        return all;
    }

    public List<ResolvedType> active() {
        return active;
    }

    public List<UnitCaseType> summaries() {
        return summaries;
    }

    public Optional<TypeAtUnit> find(CaseTypeKey type) {
        return Optional.ofNullable(byKey.get(type)).map(ResolvedType::type);
    }

    public Optional<UnitCaseType> summary(CaseTypeKey type) {
        return Optional.ofNullable(byKey.get(type)).map(ResolvedType::summary);
    }

    /** @throws RefusedException if the unit does not have it */
    public TypeAtUnit require(CaseTypeKey type) {
        return find(type).orElseThrow(() -> notThere(stored.unit().id(), type));
    }

    /**
     * As {@link #require}, and also finds own types that the unit has removed.
     *
     * @throws RefusedException if the unit never had it
     */
    public TypeAtUnit requireEver(CaseTypeKey type) {
        return type.isLocal() && stored.choices().containsKey(type) ? ownOne(type) : require(type);
    }

    public static RefusedException notThere(HsaId unit, CaseTypeKey type) {
        return CaseTypeProblem.NOT_AT_UNIT.refused(unit, type);
    }
}
