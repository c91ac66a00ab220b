package org.careunit.casetypes.internal.choices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;
import org.careunit.casetypes.internal.catalogue.HandOut;
import org.careunit.casetypes.internal.catalogue.RegionTypes;
import org.careunit.storage.Namings;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Cache;
import org.careunit.storage.cache.CacheLimits;
import org.careunit.storage.cache.Caches;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;

/** Cache of the case types of regions and units. */
public final class CaseTypeCache {

    public static final String TYPE = "case-type";
    public static final String HANDED_OUT = "case-type-handed-out";
    public static final String NAMED = "case-type-named";

    private static final Set<String> OF_UNITS = Set.of(TYPE, HANDED_OUT, NAMED, "unit");
    private static final int MOST_UNITS = 50_000;
    private static final int MOST_REGIONS = 100;

    private final Source source;
    private final List<CentralType> defaults;
    private final Cache<HsaId, MergedChoice> units;
    private final Cache<CountyCode, RegionTypes> regions;

    /** The store's services for case types. */
    public record Source(UnitRegister units, Documents documents, Namings namings, RecordJson json) {}

    public CaseTypeCache(Caches caches, Source source, List<CentralType> defaults) {
        this.source = source;
        this.defaults = defaults;
        units = caches.loading(this::read, CaseTypeCache::changedUnit, CacheLimits.entries(MOST_UNITS));
        regions = caches.loading(
                region -> Optional.of(read(region)), CaseTypeCache::changedRegion, CacheLimits.entries(MOST_REGIONS));
    }

    private static Optional<HsaId> changedUnit(Change change) {
        return change.scope().level() == Scope.Level.UNIT && OF_UNITS.contains(change.kind())
                ? Optional.of(new HsaId(change.scope().id()))
                : Optional.empty();
    }

    private static Optional<CountyCode> changedRegion(Change change) {
        return change.scope().level() == Scope.Level.REGION && change.kind().equals(TYPE)
                ? Optional.of(new CountyCode(change.scope().id()))
                : Optional.empty();
    }

    /**
     * A unit's types.
     *
     * @throws RefusedException if there is no such unit
     */
    public TypesAtUnit at(HsaId unit) {
        MergedChoice held = units.get(unit).orElseThrow(() -> UnitRegister.unknown(unit));
        return held.mergedWith(region(held.stored().unit().region()));
    }

    /** As {@link #at}, read from the store; in a transaction that has locked the unit it stays so until the end. */
    public TypesAtUnit atNow(HsaId unit) {
        MergedChoice held = now(unit);
        return held.mergedWith(region(held.stored().unit().region()));
    }

    /** As {@link #atNow(HsaId)}, but reads the unit's choices of the given types only. */
    public TypesAtUnit atNow(HsaId unit, Set<String> only) {
        MergedChoice held = read(unit, (scope, kind) -> source.documents().newestOf(scope, kind, only), Map.of())
                .orElseThrow(() -> UnitRegister.unknown(unit));
        return held.mergedWith(region(held.stored().unit().region()));
    }

    /**
     * One of a unit's types, as in {@link #at}; empty if the unit does not have it.
     *
     * @throws RefusedException if there is no such unit
     */
    public Optional<UnitCaseType> summary(HsaId unit, CaseTypeKey type) {
        TypesAtUnit types = units.isBypassed(unit) ? atNow(unit, Set.of(type.value())) : at(unit);
        return types.summary(type);
    }

    private MergedChoice now(HsaId unit) {
        return read(unit).orElseThrow(() -> UnitRegister.unknown(unit));
    }

    /** The types of a region. */
    public RegionTypes region(CountyCode region) {
        return regions.get(region).orElseThrow();
    }

    /** The content of a unit's document. */
    public Choice choice(Document document) {
        if (document.content().state() == State.REMOVED) {
            return new Choice(UnitChoice.NONE, document.version(), true);
        }
        UnitChoice said = source.json()
                .stored(UnitChoice.class, UnitChoice.NONE, document.content().json());
        return new Choice(said, document.version());
    }

    public Versioned<CentralType> listed(Document document) {
        CentralType type =
                source.json().stored(CentralType.class, null, document.content().json());
        return new Versioned<>(type, document.version());
    }

    private Optional<MergedChoice> read(HsaId unit) {
        return read(unit, source.documents()::newestOf, named(unit));
    }

    private Optional<MergedChoice> read(
            HsaId unit, DocumentReader documents, Map<CaseTypeKey, Set<ResidentHash>> named) {
        Scope scope = Scope.unit(unit);
        return source.units()
                .find(unit)
                .map(entry -> new UnitTypes(
                        entry.unit(),
                        byType(documents.of(scope, TYPE), this::choice),
                        byType(documents.of(scope, HANDED_OUT), this::handedOut),
                        named))
                .map(MergedChoice::new);
    }

    /** Reads documents of a kind. */
    private interface DocumentReader {
        List<Document> of(Scope scope, String kind);
    }

    /** Whether a document says that the type was handed out. */
    public boolean handedOut(Document document) {
        return source.json()
                .stored(HandOut.class, null, document.content().json())
                .handedOut();
    }

    private Map<CaseTypeKey, Set<ResidentHash>> named(HsaId unit) {
        return source.namings().ofUnit(unit).stream()
                .collect(Collectors.groupingBy(
                        Namings.Entry::type, Collectors.mapping(Namings.Entry::resident, Collectors.toSet())));
    }

    private RegionTypes read(CountyCode region) {
        Map<CaseTypeKey, Versioned<CentralType>> types = new LinkedHashMap<>();
        defaults.forEach(type -> types.put(type.key(), new Versioned<>(type, 0)));
        types.putAll(byType(source.documents().newestOf(Scope.region(region.value()), TYPE), this::listed));
        return new RegionTypes(types);
    }

    private static <T> Map<CaseTypeKey, T> byType(List<Document> documents, Function<Document, T> reading) {
        Map<CaseTypeKey, T> read = new LinkedHashMap<>();
        for (Document document : documents) {
            read.put(new CaseTypeKey(document.id().key()), reading.apply(document));
        }
        return read;
    }
}
