package org.careunit.settings.internal;

import java.util.Optional;
import org.careunit.api.settings.RegionDefaultConflictException;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.RegionSectionConflictException;
import org.careunit.api.settings.RegionSettings.Default;
import org.careunit.api.settings.RegionSettings.Saying;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.Kind.Told;
import org.careunit.storage.documents.StaleVersionException;

/** What somebody is told who has not seen the newest version of what a region says: both versions. */
final class RegionConflicts {

    private final Shelves shelves;

    RegionConflicts(Shelves shelves) {
        this.shelves = shelves;
    }

    <S extends RegionSection> RegionSectionConflictException ofSection(
            SectionForm<S> form, Optional<S> refused, StaleVersionException stale) {
        Kept<S> kept = shelves.ofRegions(form.type()).kept(stale.current());
        Saying<S> current = new Saying<>(kept.readable().orElse(form.unset()), kept.version());
        return new RegionSectionConflictException(message(form, stale), refused.orElse(form.unset()), current);
    }

    <S extends Section> RegionDefaultConflictException ofDefault(
            SectionForm<S> form, Optional<Told<S>> refused, StaleVersionException stale) {
        Kept<Told<S>> kept = shelves.defaults(form.type()).kept(stale.current());
        return new RegionDefaultConflictException(
                message(form, stale),
                standing(form, refused, stale.expected()),
                standing(form, kept.readable(), kept.version()));
    }

    /** What a region says to its units, or what holds if it says nothing. */
    static <S extends Section> Default<S> standing(SectionForm<S> form, Optional<Told<S>> told, long version) {
        return new Default<>(
                told.map(Told::section).orElse(form.unset()),
                told.map(Told::locked).orElse(false),
                version);
    }

    private static String message(SectionForm<?> form, StaleVersionException stale) {
        long version = stale.current().version();
        return "What region " + stale.current().id().scope().id() + " says of " + form.key() + " is at version "
                + version
                + ", saved by " + stale.current().content().actor() + ", and not at version " + stale.expected()
                + " any more: compare the two, and save again naming version " + version;
    }
}
