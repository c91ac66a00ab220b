package org.careunit.settings.internal.sections;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.storage.Scope;
import org.careunit.storage.cache.ChangeBroadcast.Change;
import org.careunit.storage.documents.DocumentId;
import org.careunit.storage.documents.DocumentKind;

/**
 * Maps a section to its documents, one for each scope of a level.
 *
 * @param key the documents' key, which is the section's
 * @param documents how they are written and read
 */
public record SectionKind<T>(Scope.Level level, String key, DocumentKind<T> documents) {

    public static final String OF_UNIT = "settings";
    public static final String DEFAULT = "default";
    public static final String OF_REGION = "region";

    /** A section of units. */
    public static <S extends Section> SectionKind<S> ofUnit(SectionForm<S> form, SectionJson json) {
        return plain(Scope.Level.UNIT, OF_UNIT, form, json);
    }

    /** A section of regions. */
    public static <S extends RegionSection> SectionKind<S> ofRegion(SectionForm<S> form, SectionJson json) {
        return plain(Scope.Level.REGION, OF_REGION, form, json);
    }

    /** The default that regions set for a section of their units: {@code {"section": {…}, "locked": false}}. */
    public static <S extends Section> SectionKind<RegionDefault<S>> defaults(SectionForm<S> form, SectionJson json) {
        DocumentKind<RegionDefault<S>> documents = new DocumentKind<>(
                DEFAULT,
                form.shape(),
                json::write,
                text -> regionDefault(form, json, json.parsed(text).asJsonObject()));
        return new SectionKind<>(Scope.Level.REGION, form.key(), documents);
    }

    private static <S extends Section> RegionDefault<S> regionDefault(
            SectionForm<S> form, SectionJson json, JsonObject stored) {
        JsonValue section = stored.getOrDefault("section", JsonValue.EMPTY_JSON_OBJECT);
        return new RegionDefault<>(json.stored(form, section), stored.getBoolean("locked", false));
    }

    private static <T> SectionKind<T> plain(Scope.Level level, String name, SectionForm<T> form, SectionJson json) {
        DocumentKind<T> documents = new DocumentKind<>(
                name, form.shape(), section -> json.write((Record) section), text -> json.stored(form, text));
        return new SectionKind<>(level, form.key(), documents);
    }

    public DocumentId of(String scope) {
        return documents.of(new Scope(level, scope), key);
    }

    /** The scope whose document of this kind a change is about; empty if it is about none. */
    public Optional<String> changedScope(Change change) {
        boolean isOurs = change.kind().equals(documents.name())
                && change.key().equals(key)
                && change.scope().level() == level;
        return isOurs ? Optional.of(change.scope().id()) : Optional.empty();
    }

    /** A region's default. */
    public record RegionDefault<S extends Section>(S section, boolean locked) {}
}
