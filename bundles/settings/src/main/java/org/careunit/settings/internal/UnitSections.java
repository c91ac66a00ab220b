package org.careunit.settings.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PreviewedText;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionConflictException;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.settings.Versioned;
import org.careunit.api.units.CareUnit;
import org.careunit.settings.internal.Availability.Answer;
import org.careunit.settings.internal.Availability.Known;
import org.careunit.settings.internal.Kind.Told;
import org.careunit.settings.internal.Shelf.Author;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.formatted.FormattedText;
import org.careunit.settings.internal.formatted.InformationPage;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.StaleVersionException;

/** The sections of units. Reading answers from memory; saving compares versions in the store. */
final class UnitSections implements UnitSettings {

    private final AccessControl access;
    private final Store store;
    private final Effective effective;
    private final Availability availability;
    private final References references;
    private final Information information;

    /** What settings are kept with. */
    record Store(
            Transactions transactions,
            AuditTrail audit,
            Shelves shelves,
            SectionJson json,
            CareTypeCatalogue careTypes) {}

    UnitSections(AccessControl access, Store store, Neighbours neighbours) {
        this.access = access;
        this.store = store;
        effective = new Effective(store.shelves());
        availability = new Availability(neighbours, store, effective);
        references = new References(neighbours, store);
        information = new Information(neighbours, effective, store.careTypes());
    }

    @Override
    public List<SectionState> sections(Actor actor, HsaId unit) {
        CareUnit read = readable(actor, unit);
        return SectionForms.OF_UNITS.stream().map(form -> state(read, form)).toList();
    }

    private <S extends Section> SectionState state(CareUnit unit, SectionForm<S> form) {
        Answer answer = availability.of(unit, form);
        return new SectionState(
                form.key(),
                form.type(),
                form.title(),
                answer.known() == Known.HAS,
                answer.note(),
                effective.told(unit, form).locked(),
                store.shelves().ofUnits(form.type()).get(unit.id().value()).version());
    }

    @Override
    public <S extends Section> Versioned<S> read(Actor actor, HsaId unit, Class<S> section) {
        return effective.at(readable(actor, unit), SectionForms.ofUnit(section));
    }

    @Override
    public <S extends Section> Map<HsaId, S> everywhere(Actor actor, Class<S> section) {
        access.require(actor, Operation.READ_UNIT, new Target.Platform());
        return effective.everywhere(SectionForms.ofUnit(section));
    }

    @Override
    public ShownInformation information(Actor actor, HsaId unit) {
        return information.of(readable(actor, unit));
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long seen) {
        Saving<S> saving =
                new Saving<>(changeable(actor, unit), formOf(section), actor, "settings.change", Optional.empty());
        return save(saving, Optional.of(section), seen);
    }

    @Override
    public <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long seen) {
        Saving<S> saving = new Saving<>(
                changeable(actor, unit), SectionForms.ofUnit(section), actor, "settings.restore", Optional.empty());
        return save(saving, store.shelves().ofUnits(section).version(unit.value(), version), seen);
    }

    /** Saves over whatever stands there in the caller's transaction, as a part of a change set. */
    <S extends Section> void put(Actor actor, HsaId unit, SectionForm<S> form, Optional<S> section, UUID changeSet) {
        Saving<S> saving =
                new Saving<>(changeable(actor, unit), form, actor, "settings.import", Optional.of(changeSet));
        save(saving, section, shelf(saving).now(unit.value()).version());
    }

    @Override
    public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
        return store.shelves()
                .ofUnits(section)
                .history(readable(actor, unit).id().value());
    }

    @Override
    public Section parse(String key, String json) {
        return store.json().parse(SectionForms.ofUnit(key), json);
    }

    @Override
    public String write(Section section) {
        return store.json().write((Record) section);
    }

    @Override
    public PreviewedText preview(OtherInformation section) {
        FormattedText text = FormattedText.of(section.text());
        return new PreviewedText(text.html(), text.removed(), InformationPage.of(text));
    }

    /** Refused too where there is nothing left to confirm. */
    @Override
    public <S extends Section> Versioned<S> confirm(Actor actor, HsaId unit, Class<S> section) {
        Saving<S> saving = new Saving<>(
                changeable(actor, unit), SectionForms.ofUnit(section), actor, "settings.confirm", Optional.empty());
        Versioned<S> standing = effective.at(saving.unit(), saving.form());
        return standing.version() > 0 ? standing : save(saving, Optional.empty(), 0);
    }

    private <S extends Section> Versioned<S> save(Saving<S> saving, Optional<S> section, long seen) {
        availability.require(saving.unit(), saving.form());
        section.ifPresent(said -> references.check(said, saving.unit()));
        Optional<S> kept = section.map(KeptForm::of);
        try {
            return store.transactions().call(() -> saveAudited(saving, kept, seen));
        } catch (StaleVersionException stale) {
            throw conflict(saving, kept.orElse(saving.form().unset()), stale);
        }
    }

    private <S extends Section> Versioned<S> saveAudited(Saving<S> saving, Optional<S> section, long seen) {
        refuseLocked(saving);
        String actor = saving.actor().label();
        HsaId unit = saving.unit().id();
        long version = shelf(saving).save(unit.value(), section, seen, new Author(actor, saving.changeSet()));
        store.audit()
                .append(
                        unit,
                        actor,
                        saving.action(),
                        saving.form().key() + ": version " + version
                                + saving.changeSet()
                                        .map(set -> ", change set " + set)
                                        .orElse(""));
        return effective.at(saving.unit(), saving.form(), new Kept<>(version, section, Optional.empty()));
    }

    /** From the store, not from memory: a lock that another node has just set holds. */
    private <S extends Section> void refuseLocked(Saving<S> saving) {
        String region = saving.unit().region().value();
        boolean locked = store.shelves()
                .defaults(saving.form().type())
                .now(region)
                .said()
                .map(Told::locked)
                .orElse(false);
        if (locked) {
            throw new RefusedException("The section " + saving.form().key() + " is locked by region " + region
                    + ": what the region says holds at all of its units, until it lifts the lock");
        }
    }

    private <S extends Section> SectionConflictException conflict(
            Saving<S> saving, S refused, StaleVersionException stale) {
        Versioned<S> current =
                effective.at(saving.unit(), saving.form(), shelf(saving).kept(stale.current()));
        return new SectionConflictException(
                "The section " + saving.form().key() + " of " + saving.unit().id() + " is at version "
                        + current.version() + ", saved by "
                        + stale.current().content().actor()
                        + ", and not at version " + stale.expected()
                        + " any more: compare the two, and save again naming version " + current.version(),
                refused,
                current);
    }

    private <S extends Section> Shelf<S> shelf(Saving<S> saving) {
        return store.shelves().ofUnits(saving.form().type());
    }

    private CareUnit readable(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return store.shelves().unit(unit);
    }

    private CareUnit changeable(Actor actor, HsaId unit) {
        access.require(actor, Operation.CHANGE_UNIT, new Target.Unit(unit));
        return store.shelves().unit(unit);
    }

    @SuppressWarnings("unchecked") // a section's class is of its own kind
    private static <S extends Section> SectionForm<S> formOf(S section) {
        return SectionForms.ofUnit((Class<S>) section.getClass());
    }

    /** Who saves what where. */
    private record Saving<S extends Section>(
            CareUnit unit, SectionForm<S> form, Actor actor, String action, Optional<UUID> changeSet) {}
}
