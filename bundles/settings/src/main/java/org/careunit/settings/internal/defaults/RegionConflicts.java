package org.careunit.settings.internal.defaults;

import java.util.Optional;
import org.careunit.api.failure.ConflictException;
import org.careunit.api.history.Versioned;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.settings.internal.sections.SectionForm;
import org.careunit.settings.internal.sections.SectionKind.RegionDefault;
import org.careunit.storage.documents.DocumentVersion;
import org.careunit.storage.documents.StaleVersionException;

/** Creates conflict errors of regions' defaults, with both versions. */
public final class RegionConflicts {

    private RegionConflicts() {}

    public static <S extends RegionSection> ConflictException ofSection(
            SectionForm<S> form, Optional<S> refused, DocumentVersion<S> newest, StaleVersionException stale) {
        Versioned<S> current = new Versioned<>(newest.readable().orElse(form.unset()), newest.version());
        return new ConflictException(message(form, stale), refused.orElse(form.unset()), current);
    }

    public static <S extends Section> ConflictException ofDefault(
            SectionForm<S> form,
            Optional<RegionDefault<S>> refused,
            DocumentVersion<RegionDefault<S>> newest,
            StaleVersionException stale) {
        return new ConflictException(
                message(form, stale),
                defaultAt(form, refused, stale.expected()).content(),
                defaultAt(form, newest.readable(), newest.version()));
    }

    /** A region's default of a section, or Careunit's default if it has none. */
    public static <S extends Section> Versioned<Default<S>> defaultAt(
            SectionForm<S> form, Optional<RegionDefault<S>> set, long version) {
        Default<S> told = new Default<>(
                set.map(RegionDefault::section).orElse(form.unset()),
                set.map(RegionDefault::locked).orElse(false));
        return new Versioned<>(told, version);
    }

    private static String message(SectionForm<?> form, StaleVersionException stale) {
        long version = stale.newest().version();
        return "What region " + stale.newest().id().scope().id() + " says of " + form.key() + " is at version "
                + version
                + ", saved by " + stale.newest().content().actor() + ", and not at version " + stale.expected()
                + " any more: compare the two, and save again naming version " + version;
    }
}
