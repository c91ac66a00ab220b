package org.careunit.settings.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionConflictException;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.storage.AuditTrail;
import org.careunit.storage.Remembered;
import org.careunit.storage.StaleVersionException;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;

/**
 * Sections from memory. What is saved on this node holds at once; what is saved on another node, a second later at most.
 * Saving compares versions in the store, so that memory never costs anybody a change.
 */
final class DocumentedSettings implements UnitSettings {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final AccessControl access;
    private final Store store;
    private final StoredSections sections;
    private final Remembered<Key, Versioned<?>> remembered;

    /** What settings are kept with. */
    record Store(Transactions transactions, UnitRegister units, AuditTrail audit) {}

    private record Key(HsaId unit, SectionForm<?> form) {}

    /** @param nanoTime a stopwatch */
    DocumentedSettings(AccessControl access, Store store, StoredSections sections, LongSupplier nanoTime) {
        this.access = access;
        this.store = store;
        this.sections = sections;
        this.remembered = new Remembered<>(key -> Optional.of(load(key)), LONGEST, MOST, nanoTime);
    }

    @Override
    @SuppressWarnings("unchecked") // what is remembered under a form is of its kind
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        Key key = new Key(unit, SectionForm.of(section));
        return (Versioned<S>) remembered.get(key).orElseThrow();
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        refuseUnknown(unit);
        SectionForm<S> form = formOf(section);
        try {
            return store.transactions().call(() -> saveAudited(actor, unit, form, section, seen));
        } catch (StaleVersionException stale) {
            throw conflict(unit, form, section, stale);
        }
    }

    private <S extends Section> Versioned<S> saveAudited(
            Actor actor, HsaId unit, SectionForm<S> form, S section, long seen) {
        Versioned<S> saved = sections.save(unit, form, section, seen, actor.label());
        store.audit().append(unit, actor.label(), "settings.change", form.key() + ": version " + saved.version());
        store.transactions().afterCommit(() -> remembered.drop(new Key(unit, form)));
        return saved;
    }

    private <S extends Section> SectionConflictException conflict(
            HsaId unit, SectionForm<S> form, S refused, StaleVersionException stale) {
        remembered.drop(new Key(unit, form));
        Versioned<S> current = sections.versioned(stale.current(), form);
        return new SectionConflictException(
                "The section " + form.key() + " of " + unit + " is at version " + current.version() + ", saved by "
                        + stale.current().content().actor() + ", and not at version " + stale.expected()
                        + " any more: compare the two, and save again naming version " + current.version(),
                refused,
                current);
    }

    private Versioned<?> load(Key key) {
        refuseUnknown(key.unit());
        return sections.read(key.unit(), key.form());
    }

    private void refuseUnknown(HsaId unit) {
        if (store.units().find(unit).isEmpty()) {
            throw new RefusedException("There is no unit " + unit + ": register it first");
        }
    }

    @SuppressWarnings("unchecked") // a section's class is of its own kind
    private static <S extends Section> SectionForm<S> formOf(S section) {
        return SectionForm.of((Class<? extends S>) section.getClass());
    }
}
