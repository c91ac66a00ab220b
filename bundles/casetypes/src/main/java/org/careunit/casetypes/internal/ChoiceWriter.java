package org.careunit.casetypes.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.careunit.api.casetypes.CaseTypeConflictException;
import org.careunit.api.casetypes.TypeAtUnit;
import org.careunit.api.casetypes.UnitChoice;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.Document.Content;
import org.careunit.storage.documents.Document.State;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.StaleVersionException;
import org.careunit.storage.documents.Versions;

/** Writes what a unit decides of a type, and reads what it decided before. */
final class ChoiceWriter {

    /** 1: without the names of units' own types. */
    static final int SHAPE = 2;

    private final KeptTypes kept;

    /** Who changes what, from what on, and what the audit trail calls that. */
    record Change(Actor actor, HsaId unit, TypeAtUnit before, String action) {
        CaseTypeKey type() {
            return before.key();
        }
    }

    ChoiceWriter(KeptTypes kept) {
        this.kept = kept;
    }

    /** Saves the first version of a type of the unit's own. */
    TypeAtUnit create(Actor actor, HsaId unit, UnitChoice choice) {
        CaseTypeKey type = kept.writing().transactions().call(() -> {
            kept.writing().units().lock(unit);
            Set<CaseTypeKey> taken = kept.memory().atNow(unit).said().choices().keySet();
            CaseTypeKey key = OwnTypes.key(choice.name().orElseThrow(), taken);
            TypeAtUnit none = Effective.of(key, Optional.empty(), Choice.NONE);
            save(new Change(actor, unit, none, "case-type.create"), content(choice, actor), 0);
            return key;
        });
        return kept.memory().at(unit).require(type);
    }

    TypeAtUnit write(Change change, UnitChoice choice, long seen) {
        write(change, content(choice, change.actor()), choice, seen);
        return kept.memory().at(change.unit()).require(change.type());
    }

    void remove(Change change, long seen) {
        write(change, gone(change.actor()), change.before().own(), seen);
    }

    private void write(Change change, Content content, UnitChoice refused, long seen) {
        try {
            kept.writing().transactions().run(() -> save(change, content, seen));
        } catch (StaleVersionException stale) {
            TypeAtUnit current = Effective.of(
                    change.type(), change.before().central(), kept.memory().choice(stale.current()));
            throw new CaseTypeConflictException(stale.getMessage(), refused, current);
        }
    }

    private void save(Change change, Content content, long seen) {
        kept.writing().units().lock(change.unit());
        refuseMissing(kept.memory().atNow(change.unit()).said(), change);
        long version = kept.writing()
                .documents()
                .save(id(change.unit(), change.type()), seen, content)
                .version();
        String text = change.type() + ": version " + version;
        kept.writing().audit().append(change.unit(), change.actor().label(), change.action(), text);
    }

    /** What its region has just withdrawn is not there, and what the unit took away comes back only if there is room. */
    private static void refuseMissing(UnitTypes now, Change change) {
        if (change.before().central().filter(central -> !now.has(central)).isPresent()) {
            throw TypesAtUnit.notThere(change.unit(), change.type());
        }
        if (change.type().isLocal() && !now.own().contains(change.type())) {
            OwnTypes.requireRoom(now);
        }
    }

    Content content(UnitChoice choice, Actor actor) {
        return Content.published(SHAPE, kept.json().write(choice), actor.label());
    }

    /** Gives up what was decided; of a type of the unit's own, the type. */
    static Content gone(Actor actor) {
        return new Content(State.REMOVED, SHAPE, "{}", OptionalLong.empty(), Optional.empty(), actor.label());
    }

    UnitChoice version(HsaId unit, CaseTypeKey type, long version) {
        Document found = kept.writing()
                .documents()
                .version(id(unit, type), version)
                .orElseThrow(() -> new RefusedException("There is no version " + version + " of " + type + " at " + unit
                        + ": its history says which there are"));
        return kept.memory().choice(found).said();
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
