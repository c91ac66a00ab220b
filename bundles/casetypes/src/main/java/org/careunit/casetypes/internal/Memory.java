package org.careunit.casetypes.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.careunit.api.casetypes.CaseTypeCatalogue.Listed;
import org.careunit.api.casetypes.CentralType;
import org.careunit.api.casetypes.UnitCaseType;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Namings;
import org.careunit.storage.Scope;
import org.careunit.storage.UnitRegister;
import org.careunit.storage.cache.Changes;
import org.careunit.storage.cache.Remembered;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.Documents;
import org.careunit.storage.json.RecordJson;

/** The case types of regions and units; read once, and again when the store tells that they were changed. */
final class Memory implements Changes.Listener {

    static final String TYPE = "case-type";
    static final String HANDED_OUT = "case-type-handed-out";
    static final String NAMED = "case-type-named";

    private static final Set<String> OF_UNITS = Set.of(TYPE, HANDED_OUT, NAMED, "unit");
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_UNITS = 50_000;
    private static final int MOST_REGIONS = 100;

    private final Source source;
    private final List<CentralType> defaults;
    private final BooleanSupplier inTransaction;
    private final Remembered<HsaId, Held> units = new Remembered<>(this::read, LONGEST, MOST_UNITS);
    private final Remembered<CountyCode, RegionTypes> regions =
            new Remembered<>(region -> Optional.of(read(region)), LONGEST, MOST_REGIONS);

    /** Where case types are kept. */
    record Source(UnitRegister units, Documents documents, Namings namings, RecordJson json) {}

    Memory(Source source, List<CentralType> defaults, BooleanSupplier inTransaction) {
        this.source = source;
        this.defaults = defaults;
        this.inTransaction = inTransaction;
    }

    /**
     * A unit's types; what its transaction has written is read back, and not remembered.
     *
     * @throws RefusedException if there is no such unit
     */
    TypesAtUnit at(HsaId unit) {
        Held held = inTransaction.getAsBoolean() ? now(unit) : units.get(unit).orElseThrow(() -> missing(unit));
        return held.under(region(held.said().unit().region()));
    }

    /** As {@link #at}, read from the store; in a transaction that has locked the unit it stays so until the end. */
    TypesAtUnit atNow(HsaId unit) {
        Held held = now(unit);
        return held.under(region(held.said().unit().region()));
    }

    /** As {@link #atNow(HsaId)}, where only some types are asked about: what the unit said of others is not read. */
    TypesAtUnit atNow(HsaId unit, Set<String> only) {
        Held held = read(unit, (scope, kind) -> source.documents().newestOf(scope, kind, only), Map.of())
                .orElseThrow(() -> missing(unit));
        return held.under(region(held.said().unit().region()));
    }

    /**
     * One of a unit's types, as in {@link #at}; empty if the unit does not have it.
     *
     * @throws RefusedException if there is no such unit
     */
    Optional<UnitCaseType> summary(HsaId unit, CaseTypeKey type) {
        TypesAtUnit types = inTransaction.getAsBoolean() ? atNow(unit, Set.of(type.value())) : at(unit);
        return types.summary(type);
    }

    private Held now(HsaId unit) {
        return read(unit).orElseThrow(() -> missing(unit));
    }

    private static RefusedException missing(HsaId unit) {
        return new RefusedException("There is no unit " + unit + ": register it first");
    }

    /** The types of a region. */
    RegionTypes region(CountyCode region) {
        return regions.get(region).orElseThrow();
    }

    /** What a document says that is stored for a unit. */
    Choice choice(Document document) {
        if (document.content().state() == State.REMOVED) {
            return new Choice(UnitChoice.NONE, document.version(), true);
        }
        UnitChoice said = source.json()
                .stored(UnitChoice.class, UnitChoice.NONE, document.content().json());
        return new Choice(said, document.version());
    }

    Listed listed(Document document) {
        CentralType type =
                source.json().stored(CentralType.class, null, document.content().json());
        return new Listed(type, document.version());
    }

    private Optional<Held> read(HsaId unit) {
        return read(unit, source.documents()::newestOf, named(unit));
    }

    private Optional<Held> read(HsaId unit, Reading documents, Map<CaseTypeKey, Set<String>> named) {
        Scope scope = Scope.unit(unit);
        return source.units()
                .find(unit)
                .map(entry -> new UnitTypes(
                        entry.unit(),
                        byType(documents.of(scope, TYPE), this::choice),
                        byType(documents.of(scope, HANDED_OUT), this::handedOut),
                        named))
                .map(Held::new);
    }

    /** Reads documents of a kind. */
    private interface Reading {
        List<Document> of(Scope scope, String kind);
    }

    /** Whether a document says that the type was handed out. */
    boolean handedOut(Document document) {
        return source.json()
                .stored(HandedOut.class, null, document.content().json())
                .handedOut();
    }

    private Map<CaseTypeKey, Set<String>> named(HsaId unit) {
        return source.namings().ofUnit(unit).stream()
                .collect(Collectors.groupingBy(
                        Namings.Entry::type, Collectors.mapping(Namings.Entry::resident, Collectors.toSet())));
    }

    private RegionTypes read(CountyCode region) {
        Map<CaseTypeKey, Listed> types = new LinkedHashMap<>();
        defaults.forEach(type -> types.put(type.key(), new Listed(type, 0)));
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

    @Override
    public void changed(Changes.Change change) {
        if (change.scope().level() == Scope.Level.UNIT && OF_UNITS.contains(change.kind())) {
            units.drop(new HsaId(change.scope().id()));
        } else if (change.scope().level() == Scope.Level.REGION && change.kind().equals(TYPE)) {
            regions.drop(new CountyCode(change.scope().id()));
        }
    }

    @Override
    public void anything() {
        units.clear();
        regions.clear();
    }
}
