package org.careunit.settings.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.careunit.api.history.Saved;
import org.careunit.api.history.Saved.Change;
import org.careunit.api.history.Versioned;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.HsaId;
import org.careunit.api.messages.Topic;
import org.careunit.api.regions.RegionSettings.Default;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.ResidentTexts;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffMessages;
import org.careunit.api.settings.UnitSettings;
import org.careunit.operations.Listing;
import org.careunit.settings.internal.sections.SectionForms;

/** Formats sections for the commands. */
public final class SettingsListing {

    private SettingsListing() {}

    public static Listing empty() {
        return Listing.of("section", "version", "content");
    }

    /** With the size of SMS behind it, where a section has any. */
    public static Listing of(UnitSettings service, Versioned<? extends Section> saved) {
        Listing listing = row(empty(), service, saved);
        if (saved.content() instanceof StaffMessages messages) {
            for (Topic topic : Topic.values()) {
                messages.of(topic)
                        .ifPresent(said -> listing.row(
                                topic.name().toLowerCase(Locale.ROOT).replace('_', '-') + " sms",
                                saved.version(),
                                said.longestSms().summary()));
            }
        }
        return listing;
    }

    /** As {@link #of(UnitSettings, Versioned)}, of a region. */
    public static Listing ofRegion(String key, long version, RegionSection saved, String written) {
        Listing listing = empty().row(key, version, written);
        return saved instanceof ResidentTexts texts
                ? listing.row("sms", version, texts.sentSms().summary())
                : listing;
    }

    public static Listing read(
            Listing listing, UnitSettings service, Actor actor, HsaId unit, Class<? extends Section> type) {
        return row(listing, service, service.read(actor, unit, type));
    }

    private static Listing row(Listing listing, UnitSettings service, Versioned<? extends Section> saved) {
        String key = SectionForms.ofUnit(saved.content().getClass()).key();
        return listing.row(key, saved.version(), service.write(saved.content()));
    }

    public static Listing ofDefault(UnitSettings service, Versioned<? extends Default<?>> said) {
        Default<?> told = said.content();
        return Listing.of("section", "version", "locked", "content")
                .row(
                        SectionForms.ofUnit(told.section().getClass()).key(),
                        said.version(),
                        told.locked(),
                        service.write(told.section()));
    }

    public static Listing history(List<? extends Saved<?>> history) {
        Listing listing = Listing.of("version", "at", "actor", "changes").whenEmpty("Nobody has saved this section.");
        history.forEach(saved -> listing.row(
                saved.version(),
                saved.at(),
                saved.actor(),
                saved.changes().stream().map(SettingsListing::words).collect(Collectors.joining("; "))));
        return listing;
    }

    private static String words(Change change) {
        return change.path() + ": " + change.before().orElse("nothing") + " -> "
                + change.after().orElse("nothing");
    }
}
