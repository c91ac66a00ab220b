package org.careunit.casetypes.internal;

import java.util.List;
import org.careunit.api.casetypes.CaseTypeConflictException;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.TypeSettings;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Document;
import org.careunit.storage.Document.Content;
import org.careunit.storage.DocumentId;
import org.careunit.storage.Scope;
import org.careunit.storage.StaleVersionException;
import org.careunit.storage.Versions;

/** Writes what a unit decides of a type, and reads what it decided before. */
final class ChoiceWriter {

    static final int SHAPE = 1;

    private final KeptTypes kept;

    /** Who changes what, from what on, and what the audit trail calls that. */
    record Change(Actor actor, HsaId unit, TypeAtUnit before, String action) {
        CaseTypeKey type() {
            return before.central().key();
        }
    }

    ChoiceWriter(KeptTypes kept) {
        this.kept = kept;
    }

    TypeAtUnit write(Change change, UnitChoice choice, long seen) {
        try {
            kept.writing().transactions().run(() -> save(change, choice, seen));
        } catch (StaleVersionException stale) {
            TypeAtUnit current =
                    Effective.of(change.before().central(), kept.memory().choice(stale.current()));
            throw new CaseTypeConflictException(stale.getMessage(), choice, current);
        }
        return kept.memory().require(change.unit(), change.type());
    }

    private void save(Change change, UnitChoice choice, long seen) {
        kept.writing().units().lock(change.unit());
        if (!kept.memory().unitNow(change.unit()).has(change.before().central())) {
            throw Memory.notThere(change.unit(), change.type()); // its region has just withdrawn it
        }
        String actor = change.actor().label();
        Content content = Content.published(SHAPE, kept.json().write(choice), actor);
        long version = kept.writing()
                .documents()
                .save(id(change.unit(), change.type()), seen, content)
                .version();
        kept.writing().audit().append(change.unit(), actor, change.action(), change.type() + ": version " + version);
    }

    TypeSettings version(HsaId unit, CaseTypeKey type, long version) {
        Document found = kept.writing()
                .documents()
                .version(id(unit, type), version)
                .orElseThrow(() -> new RefusedException("There is no version " + version + " of " + type + " at " + unit
                        + ": its history says which there are"));
        return kept.memory().choice(found).said().settings();
    }

    List<Saved<UnitChoice>> history(HsaId unit, CaseTypeKey type) {
        return Versions.of(
                kept.writing().documents().history(id(unit, type)),
                document -> kept.memory().choice(document).said());
    }

    static DocumentId id(HsaId unit, CaseTypeKey type) {
        return new DocumentId(Scope.unit(unit), Memory.TYPE, type.value());
    }
}
