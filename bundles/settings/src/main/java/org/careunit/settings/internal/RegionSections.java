package org.careunit.settings.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.careunit.api.access.AccessControl;
import org.careunit.api.access.Operation;
import org.careunit.api.access.Target;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Saved;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.RegionSettings;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.Kind.Told;
import org.careunit.settings.internal.Shelf.Author;
import org.careunit.storage.Scope;
import org.careunit.storage.audit.AuditTrail;
import org.careunit.storage.documents.StaleVersionException;

/** What regions say, of themselves and to their units. Each change is one row in the region's own audit trail. */
final class RegionSections implements RegionSettings {

    private final AccessControl access;
    private final UnitSections.Store store;
    private final References references;
    private final RegionConflicts conflicts;

    RegionSections(AccessControl access, UnitSections.Store store, Neighbours neighbours) {
        this.access = access;
        this.store = store;
        references = new References(neighbours, store);
        conflicts = new RegionConflicts(store.shelves());
    }

    @Override
    public <S extends RegionSection> Saying<S> read(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        Kept<S> kept = store.shelves().ofRegions(section).get(region.value());
        S unset = SectionForms.ofRegion(section).unset();
        return new Saying<>(kept.readable().orElse(unset), kept.version());
    }

    @Override
    public <S extends RegionSection> Saying<S> save(Actor actor, CountyCode region, S section, long seen) {
        requireChanging(actor, region);
        return say(new Saving(actor, region), formOf(section), Optional.of(section), seen);
    }

    @Override
    public <S extends RegionSection> Saying<S> restore(
            Actor actor, CountyCode region, Class<S> section, long version, long seen) {
        requireChanging(actor, region);
        Optional<S> earlier = store.shelves().ofRegions(section).version(region.value(), version);
        return say(new Saving(actor, region), SectionForms.ofRegion(section), earlier, seen);
    }

    private <S extends RegionSection> Saying<S> say(
            Saving saving, SectionForm<S> form, Optional<S> section, long seen) {
        section.ifPresent(said -> references.check(said, saving.region()));
        long version = save(
                saving,
                store.shelves().ofRegions(form.type()),
                section,
                seen,
                stale -> conflicts.ofSection(form, section, stale));
        return new Saying<>(section.orElse(form.unset()), version);
    }

    @Override
    public <S extends RegionSection> List<Saved<S>> history(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        return store.shelves().ofRegions(section).history(region.value());
    }

    @Override
    public <S extends Section> Default<S> readDefault(Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        Kept<Told<S>> kept = store.shelves().defaults(section).get(region.value());
        return RegionConflicts.standing(SectionForms.ofUnit(section), kept.readable(), kept.version());
    }

    @Override
    public <S extends Section> Default<S> saveDefault(
            Actor actor, CountyCode region, S section, boolean locked, long seen) {
        requireChanging(actor, region);
        return tell(new Saving(actor, region), unitFormOf(section), Optional.of(new Told<>(section, locked)), seen);
    }

    @Override
    public <S extends Section> Default<S> restoreDefault(
            Actor actor, CountyCode region, Class<S> section, long version, long seen) {
        requireChanging(actor, region);
        Optional<Told<S>> earlier = store.shelves().defaults(section).version(region.value(), version);
        return tell(new Saving(actor, region), SectionForms.ofUnit(section), earlier, seen);
    }

    private <S extends Section> Default<S> tell(Saving saving, SectionForm<S> form, Optional<Told<S>> told, long seen) {
        told.ifPresent(said -> references.check(said.section(), saving.region()));
        Optional<Told<S>> kept = told.map(said -> new Told<>(KeptForm.of(said.section()), said.locked()));
        long version = save(
                saving,
                store.shelves().defaults(form.type()),
                kept,
                seen,
                stale -> conflicts.ofDefault(form, kept, stale));
        return RegionConflicts.standing(form, kept, version);
    }

    @Override
    public <S extends Section> List<Saved<Default<S>>> defaultHistory(
            Actor actor, CountyCode region, Class<S> section) {
        requireReading(actor, region);
        return store.shelves().defaults(section).history(region.value()).stream()
                .map(saved -> new Saved<>(
                        saved.version(),
                        saved.content().map(told -> new Default<>(told.section(), told.locked(), saved.version())),
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

    private <T> long save(
            Saving saving,
            Shelf<T> shelf,
            Optional<T> said,
            long seen,
            Function<StaleVersionException, ConflictException> conflict) {
        try {
            return store.transactions()
                    .call(() -> audited(
                            saving,
                            shelf,
                            () -> shelf.save(saving.region().value(), said, seen, Author.of(saving.actor()))));
        } catch (StaleVersionException stale) {
            throw conflict.apply(stale);
        }
    }

    private long audited(Saving saving, Shelf<?> shelf, LongSupplier save) {
        long version = save.getAsLong();
        String text = shelf.kind().name() + " " + shelf.kind().key() + ": version " + version;
        Scope trail = Scope.region(saving.region().value());
        store.audit()
                .append(trail, new AuditTrail.Row(saving.actor().label(), "region.change", text, Optional.empty()));
        return version;
    }

    private void requireReading(Actor actor, CountyCode region) {
        access.require(actor, Operation.READ_UNIT, new Target.Region(region));
    }

    private void requireChanging(Actor actor, CountyCode region) {
        access.require(actor, Operation.CHANGE_REGION, new Target.Region(region));
    }

    @SuppressWarnings("unchecked") // a section's class is of its own kind
    private static <S extends RegionSection> SectionForm<S> formOf(S section) {
        return SectionForms.ofRegion((Class<S>) section.getClass());
    }

    @SuppressWarnings("unchecked") // as above
    private static <S extends Section> SectionForm<S> unitFormOf(S section) {
        return SectionForms.ofUnit((Class<S>) section.getClass());
    }

    private record Saving(Actor actor, CountyCode region) {}
}
