package org.careunit.casetypes.internal.choices;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.casetypes.internal.CaseTypesContext;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;
import org.careunit.storage.documents.DocumentRepository;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.Revision;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.json.RecordJson;

/** Stores the choices of units and reads their history. */
public final class ChoiceStore {

    /** 1: without the names of units' own types. */
    public static final int SHAPE = 2;

    private final CaseTypesContext context;
    private final DocumentRepository<UnitChoice> repository;

    /** A change: unit, type, expected version, right and audit action. */
    public record Change(Right right, HsaId unit, TypeAtUnit before, String action) {

        public CaseTypeKey type() {
            return before.key();
        }

        public Edit edit(long expectedVersion) {
            return Edit.of(id(unit, type()), right, expectedVersion, new AuditNote(action, type().value()));
        }
    }

    public ChoiceStore(CaseTypesContext context) {
        this.context = context;
        repository = new DocumentRepository<>(context.writing().documents(), kind(context.json()));
    }

    private static DocumentKind<UnitChoice> kind(RecordJson json) {
        return new DocumentKind<>(
                CaseTypeCache.TYPE, SHAPE, json::write, text -> json.stored(UnitChoice.class, UnitChoice.NONE, text));
    }

    public DocumentKind<UnitChoice> kind() {
        return repository.kind();
    }

    public static DocumentId id(HsaId unit, CaseTypeKey type) {
        return new DocumentId(Scope.unit(unit), CaseTypeCache.TYPE, type.value());
    }

    /** Saves the first version of a type of the unit's own. */
    public TypeAtUnit create(Right right, HsaId unit, UnitChoice choice) {
        CaseTypeKey type = context.writing().documents().change(Scope.unit(unit), right, () -> {
            Set<CaseTypeKey> taken =
                    context.memory().atNow(unit).stored().choices().keySet();
            CaseTypeKey key = OwnTypeKeys.key(choice.name().orElseThrow(), taken);
            TypeAtUnit none = EffectiveSettings.of(key, Optional.empty(), Choice.NONE);
            save(new Change(right, unit, none, "case-type.create"), Optional.of(choice), 0);
            return key;
        });
        return context.memory().at(unit).require(type);
    }

    public TypeAtUnit save(Change change, UnitChoice choice, long expectedVersion) {
        save(change, Optional.of(choice), expectedVersion);
        return context.memory().at(change.unit()).require(change.type());
    }

    public void remove(Change change, long expectedVersion) {
        save(change, Optional.empty(), expectedVersion);
    }

    private void save(Change change, Optional<UnitChoice> choice, long expectedVersion) {
        repository.save(
                change.edit(expectedVersion),
                () -> {
                    refuseMissing(context.memory().atNow(change.unit()).stored(), change);
                    return choice;
                },
                (current, stale) -> stale.between(
                        choice.orElse(UnitChoice.NONE),
                        new Versioned<>(current.readable().orElse(UnitChoice.NONE), current.version())));
    }

    /**
     * A type that its region has withdrawn does not exist, and a removed own type is restored only if the limit allows
     * it.
     */
    private static void refuseMissing(UnitTypes now, Change change) {
        if (change.before().central().filter(central -> !now.has(central)).isPresent()) {
            throw TypesAtUnit.notThere(change.unit(), change.type());
        }
        if (change.type().isLocal() && !now.own().contains(change.type())) {
            OwnTypeKeys.requireRoom(now);
        }
    }

    /** @throws RefusedException if there is no such version */
    public UnitChoice version(HsaId unit, CaseTypeKey type, long version) {
        return repository.version(id(unit, type), version).orElse(UnitChoice.NONE);
    }

    public List<Saved<UnitChoice>> history(HsaId unit, CaseTypeKey type) {
        return repository.history(id(unit, type));
    }

    /**
     * Deactivates a type at a unit, in the caller's transaction; the unit must activate it again if it gets it back.
     */
    public void close(HsaId unit, CaseTypeKey type, String actor, Optional<AuditNote> auditNote) {
        Optional<Document> newest = context.writing().documents().newest(id(unit, type));
        newest.map(context.memory()::choice)
                .filter(choice -> choice.stored().active())
                .ifPresent(choice -> {
                    UnitChoice closed = new UnitChoice(
                            false, choice.stored().name(), choice.stored().settings());
                    context.writing()
                            .documents()
                            .save(new Revision(
                                    id(unit, type),
                                    OptionalLong.of(choice.version()),
                                    kind().content(Optional.of(closed), actor),
                                    Optional.empty(),
                                    auditNote));
                });
    }
}
