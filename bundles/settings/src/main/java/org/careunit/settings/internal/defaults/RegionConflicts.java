package org.careunit.settings.internal.defaults;

import java.util.Optional;
import org.careunit.api.regions.RegionDefaultConflictException;
import org.careunit.api.regions.RegionSectionConflictException;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.regions.RegionSettings.Saying;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.StaleVersionException;

/** What somebody is told who has not seen the newest version of what a region says: both versions. */
public final class RegionConflicts {

    private RegionConflicts() {}

    public static <S extends RegionSection> RegionSectionConflictException ofSection(
            SectionForm<S> form, Optional<S> refused, DocumentVersion<S> newest, StaleVersionException stale) {
        Saying<S> current = new Saying<>(newest.readable().orElse(form.unset()), newest.version());
        return new RegionSectionConflictException(message(form, stale), refused.orElse(form.unset()), current);
    }

    public static <S extends Section> RegionDefaultConflictException ofDefault(
            SectionForm<S> form,
            Optional<RegionDefault<S>> refused,
            DocumentVersion<RegionDefault<S>> newest,
            StaleVersionException stale) {
        return new RegionDefaultConflictException(
                message(form, stale),
                standing(form, refused, stale.expected()),
                standing(form, newest.readable(), newest.version()));
    }

    /** What a region says to its units, or what holds if it says nothing. */
    public static <S extends Section> Default<S> standing(
            SectionForm<S> form, Optional<RegionDefault<S>> set, long version) {
        return new Default<>(
                set.map(RegionDefault::section).orElse(form.unset()),
                set.map(RegionDefault::locked).orElse(false),
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
