package org.careunit.settings.internal.sections;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.settings.OtherInformation;
import org.careunit.api.settings.PreviewedText;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.SectionState;
import org.careunit.api.settings.ShownInformation;
import org.careunit.api.settings.UnitSettings;
import org.careunit.api.units.CareUnit;
import org.careunit.api.units.UnitNames;
import org.careunit.settings.internal.caretypes.CareTypeCatalogue;
import org.careunit.settings.internal.formatted.FormattedText;
import org.careunit.settings.internal.formatted.InformationPage;
import org.careunit.settings.internal.names.DirectoryNames;
import org.careunit.settings.internal.problems.SettingsProblem;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.references.References;
import org.careunit.settings.internal.sections.SectionAvailability.Answer;
import org.careunit.settings.internal.sections.SectionAvailability.Availability;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.Scope;
import org.careunit.storage.Transactions;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.Document;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.EntryPath;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;
import org.careunit.storage.documents.StaleVersionException;

/** Reads and saves the sections of units. Reads use the cache; saving checks the version in the store. */
public final class UnitSections implements UnitSettings {

    private final AccessControl access;
    private final Store store;
    private final EffectiveSection effective;
    private final SectionAvailability availability;
    private final References references;
    private final InformationOverlay information;

    /** The store's services. */
    public record Store(
            Transactions transactions,
            AuditTrail audit,
            SectionStores stores,
            SectionJson json,
            CareTypeCatalogue careTypes,
            DirectoryNames names) {}

    public UnitSections(AccessControl access, Store store, OptionalServices optionalServices) {
        this.access = access;
        this.store = store;
        effective = new EffectiveSection(store.stores());
        availability = new SectionAvailability(optionalServices, store, effective);
        references = new References(optionalServices, store);
        information = new InformationOverlay(optionalServices, effective, store);
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
                answer.known() == Availability.HAS,
                answer.note().swedish(),
                effective.regionDefault(unit, form).locked(),
                store.stores().ofUnits(form.type()).get(unit.id().value()).version());
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
    public UnitNames names(Actor actor, HsaId unit) {
        return effective.names(readable(actor, unit), store.names());
    }

    @Override
    public Map<HsaId, UnitNames> namesEverywhere(Actor actor) {
        access.require(actor, Operation.READ_UNIT, new Target.Platform());
        return effective.namesEverywhere(store.names());
    }

    @Override
    public ShownInformation information(Actor actor, HsaId unit) {
        return information.of(readable(actor, unit));
    }

    @Override
    public <S extends Section> Versioned<S> save(Actor actor, HsaId unit, S section, long expectedVersion) {
        Change<S> change = change(actor, unit, formOf(section), "settings.change");
        return save(change, Optional.of(section), expectedVersion);
    }

    @Override
    public <S extends Section> Versioned<S> restore(
            Actor actor, HsaId unit, Class<S> section, long version, long expectedVersion) {
        Change<S> change = change(actor, unit, SectionForms.ofUnit(section), "settings.restore");
        SectionStore<S> sections = store.stores().ofUnits(section);
        return save(change, sections.repository().version(sections.id(unit.value()), version), expectedVersion);
    }

    @Override
    public <S extends Section> List<Saved<S>> history(Actor actor, HsaId unit, Class<S> section) {
        SectionStore<S> sections = store.stores().ofUnits(section);
        return sections.repository()
                .history(sections.id(readable(actor, unit).id().value()));
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
        Change<S> change = change(actor, unit, SectionForms.ofUnit(section), "settings.confirm");
        Versioned<S> current = effective.at(change.unit(), change.form());
        return current.version() > 0 ? current : save(change, Optional.empty(), 0);
    }

    private <S extends Section> Versioned<S> save(Change<S> change, Optional<S> section, long expectedVersion) {
        availability.require(change.unit(), change.form());
        section.ifPresent(named -> references.at(change.unit()).check(named));
        Optional<S> normal = section.map(SectionNormalizer::of);
        SectionStore<S> sections = store.stores().ofUnits(change.form().type());
        Edit edit = Edit.of(
                sections.id(change.unit().id().value()),
                change.right(),
                expectedVersion,
                new AuditNote(change.action(), change.form().key()));
        DocumentVersion<S> saved = sections.repository()
                .save(
                        edit,
                        () -> {
                            refuseLocked(change);
                            return normal;
                        },
                        (current, stale) -> conflict(change, normal, current, stale));
        return effective.at(change.unit(), change.form(), saved);
    }

    /** From the store, not from the cache: a lock that another node has just set counts. */
    private <S extends Section> void refuseLocked(Change<S> change) {
        CountyCode region = change.unit().region();
        refuseLocked(
                change.form(),
                region,
                store.stores().defaults(change.form().type()).now(region.value()));
    }

    private static <S extends Section> void refuseLocked(
            SectionForm<S> form, CountyCode region, DocumentVersion<RegionDefault<S>> set) {
        if (set.content().map(RegionDefault::locked).orElse(false)) {
            throw SettingsProblem.LOCKED.refused(form.key(), form.title(), region);
        }
    }

    /**
     * Checks sections that were saved in the caller's transaction.
     *
     * @throws RefusedException if the region has locked one, the unit may not have it, or it names what does not exist;
     *     with its path
     */
    public void check(HsaId id, Set<String> keys) {
        CareUnit unit = store.stores().units().require(id);
        Map<String, Document> saved = store.stores().newestOf(id, keys);
        Map<String, Document> defaults = store.stores().defaultsOf(unit.region(), keys);
        References.AtUnit known = references.at(unit);
        EntryPath.each(keys, key -> check(unit, SectionForms.ofUnit(key), saved.get(key), defaults.get(key), known));
    }

    private <S extends Section> void check(
            CareUnit unit, SectionForm<S> form, Document saved, Document set, References.AtUnit known) {
        if (set != null) {
            refuseLocked(
                    form,
                    unit.region(),
                    store.stores().defaults(form.type()).repository().read(set));
        }
        Optional<S> section =
                store.stores().ofUnits(form.type()).repository().read(saved).readable();
        section.ifPresent(said -> {
            availability.require(unit, form);
            known.check(said);
        });
    }

    private <S extends Section> ConflictException conflict(
            Change<S> change, Optional<S> refused, DocumentVersion<S> newest, StaleVersionException stale) {
        Versioned<S> current = effective.at(change.unit(), change.form(), newest);
        return new ConflictException(
                "The section " + change.form().key() + " of " + change.unit().id() + " is at version "
                        + current.version() + ", saved by "
                        + stale.newest().content().actor()
                        + ", and not at version " + stale.expected()
                        + " any more: compare the two, and save again naming version " + current.version(),
                refused.orElse(change.form().unset()),
                current);
    }

    private CareUnit readable(Actor actor, HsaId unit) {
        access.require(actor, Operation.READ_UNIT, new Target.Unit(unit));
        return store.stores().units().require(unit);
    }

    private <S extends Section> Change<S> change(Actor actor, HsaId unit, SectionForm<S> form, String action) {
        Right right = Right.ofUnits(access, actor);
        right.require(Scope.unit(unit));
        return new Change<>(store.stores().units().require(unit), form, right, action);
    }

    @SuppressWarnings("unchecked") // a section's class is of its own kind
    private static <S extends Section> SectionForm<S> formOf(S section) {
        return SectionForms.ofUnit((Class<S>) section.getClass());
    }

    /** A change: unit, section and right. */
    private record Change<S extends Section>(CareUnit unit, SectionForm<S> form, Right right, String action) {}
}
