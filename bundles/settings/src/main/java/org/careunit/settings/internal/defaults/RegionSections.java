package org.careunit.settings.internal.defaults;

import java.util.List;
import java.util.Optional;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.regions.RegionSettings;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.references.OptionalServices;
import org.careunit.settings.internal.references.References;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionForms;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.settings.internal.sections.SectionNormalizer;
import org.careunit.settings.internal.sections.SectionStore;
import org.careunit.settings.internal.sections.UnitSections;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.DocumentRepository.Edit;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.Revision.AuditNote;
import org.careunit.storage.documents.Right;

/**
 * Saves sections of regions, their own and the defaults for their units. Each change is one row in the region's audit
 * trail.
 */
public final class RegionSections implements RegionSettings {

    private final AccessControl access;
    private final UnitSections.Store store;
    private final References references;

    public RegionSections(AccessControl access, UnitSections.Store store, OptionalServices optionalServices) {
        this.access = access;
        this.store = store;
        references = new References(optionalServices, store);
    }

    @Override
    public <S extends RegionSection> Versioned<S> read(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        DocumentVersion<S> newest = store.stores().ofRegions(section).get(region.value());
        S unset = SectionForms.ofRegion(section).unset();
        return new Versioned<>(newest.readable().orElse(unset), newest.version());
    }

    @Override
    public <S extends RegionSection> Versioned<S> save(
            Actor actor, CountyCode region, S section, long expectedVersion) {
        Change change = change(actor, region);
        return save(change, formOf(section), Optional.of(section), expectedVersion);
    }

    @Override
    public <S extends RegionSection> Versioned<S> restore(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion) {
        Change change = change(actor, region);
        Optional<S> earlier = version(store.stores().ofRegions(section), region, version);
        return save(change, SectionForms.ofRegion(section), earlier, expectedVersion);
    }

    private <S extends RegionSection> Versioned<S> save(
            Change change, SectionForm<S> form, Optional<S> section, long expectedVersion) {
        section.ifPresent(said -> references.check(said, change.region()));
        SectionStore<S> sections = store.stores().ofRegions(form.type());
        long version = sections.repository()
                .save(
                        change.edit(sections, expectedVersion),
                        () -> section,
                        (newest, stale) -> RegionConflicts.ofSection(form, section, newest, stale))
                .version();
        return new Versioned<>(section.orElse(form.unset()), version);
    }

    @Override
    public <S extends RegionSection> List<Saved<S>> history(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        SectionStore<S> sections = store.stores().ofRegions(section);
        return sections.repository().history(sections.id(region.value()));
    }

    @Override
    public <S extends Section> Versioned<Default<S>> readDefault(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        DocumentVersion<RegionDefault<S>> newest =
                store.stores().defaults(section).get(region.value());
        return RegionConflicts.defaultAt(SectionForms.ofUnit(section), newest.readable(), newest.version());
    }

    @Override
    public <S extends Section> Versioned<Default<S>> saveDefault(
            Actor actor, CountyCode region, S section, boolean locked, long expectedVersion) {
        Change change = change(actor, region);
        RegionDefault<S> set = new RegionDefault<>(section, locked);
        return saveDefault(change, unitFormOf(section), Optional.of(set), expectedVersion);
    }

    @Override
    public <S extends Section> Versioned<Default<S>> restoreDefault(
            Actor actor, CountyCode region, Class<S> section, long version, long expectedVersion) {
        Change change = change(actor, region);
        Optional<RegionDefault<S>> earlier = version(store.stores().defaults(section), region, version);
        return saveDefault(change, SectionForms.ofUnit(section), earlier, expectedVersion);
    }

    private <S extends Section> Versioned<Default<S>> saveDefault(
            Change change, SectionForm<S> form, Optional<RegionDefault<S>> set, long expectedVersion) {
        set.ifPresent(said -> references.check(said.section(), change.region()));
        Optional<RegionDefault<S>> normal =
                set.map(said -> new RegionDefault<>(SectionNormalizer.of(said.section()), said.locked()));
        SectionStore<RegionDefault<S>> defaults = store.stores().defaults(form.type());
        long version = defaults.repository()
                .save(
                        change.edit(defaults, expectedVersion),
                        () -> normal,
                        (newest, stale) -> RegionConflicts.ofDefault(form, normal, newest, stale))
                .version();
        return RegionConflicts.defaultAt(form, normal, version);
    }

    @Override
    public <S extends Section> List<Saved<Default<S>>> defaultHistory(
            Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        SectionStore<RegionDefault<S>> defaults = store.stores().defaults(section);
        return defaults.repository().history(defaults.id(region.value())).stream()
                .map(saved -> new Saved<>(
                        saved.version(),
                        saved.content().map(set -> new Default<>(set.section(), set.locked())),
                        saved.actor(),
                        saved.at(),
                        saved.changes()))
                .toList();
    }

    @Override
    public RegionSection parse(String key, String json) {
        return store.json().parse(SectionForms.ofRegion(key), json);
    }

    @Override
    public String write(RegionSection section) {
        return store.json().write((Record) section);
    }

    private static <T> Optional<T> version(SectionStore<T> sections, CountyCode region, long version) {
        return sections.repository().version(sections.id(region.value()), version);
    }

    private void requireReading(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
    }

    private Change change(Actor actor, CountyCode region) {
        Right right = Right.ofRegions(access, actor);
        right.require(Scope.region(region.value()));
        return new Change(region, right);
    }

    @SuppressWarnings("unchecked") // a section's class is of its own kind
    private static <S extends RegionSection> SectionForm<S> formOf(S section) {
        return SectionForms.ofRegion((Class<S>) section.getClass());
    }

    @SuppressWarnings("unchecked") // as above
    private static <S extends Section> SectionForm<S> unitFormOf(S section) {
        return SectionForms.ofUnit((Class<S>) section.getClass());
    }

    /** A change of a region's section: actor and right. */
    private record Change(CountyCode region, Right right) {

        <T> Edit edit(SectionStore<T> sections, long expectedVersion) {
            String subject =
                    sections.kind().documents().name() + " " + sections.kind().key();
            return Edit.of(
                    sections.id(region.value()), right, expectedVersion, new AuditNote("region.change", subject));
        }
    }
}
