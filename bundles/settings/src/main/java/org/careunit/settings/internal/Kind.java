package org.careunit.settings.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Function;
import org.careunit.api.settings.RegionSection;
import org.careunit.api.settings.Section;
import org.careunit.storage.Scope;
import org.careunit.storage.documents.DocumentId;

/**
 * A kind of document that settings are kept in, one for each scope of a level.
 *
 * @param name the documents' kind
 * @param key the documents' key
 * @param shape the number of the stored form
 */
record Kind<T>(
        Scope.Level level, String name, String key, int shape, Function<T, String> write, Function<String, T> read) {

    static final String OF_UNIT = "settings";
    static final String DEFAULT = "default";
    static final String OF_REGION = "region";

    /** What units say in a section. */
    static <S extends Section> Kind<S> ofUnit(SectionForm<S> form, SectionJson json) {
        return plain(Scope.Level.UNIT, OF_UNIT, form, json);
    }

    /** What regions say in a section of their own. */
    static <S extends RegionSection> Kind<S> ofRegion(SectionForm<S> form, SectionJson json) {
        return plain(Scope.Level.REGION, OF_REGION, form, json);
    }

    /** What regions say to their units about a section: {@code {"section": {…}, "locked": false}}. */
    static <S extends Section> Kind<Told<S>> defaults(SectionForm<S> form, SectionJson json) {
        return new Kind<>(
                Scope.Level.REGION,
                DEFAULT,
                form.key(),
                form.shape(),
                told -> json.write(told),
                text -> told(form, json, json.parsed(text).asJsonObject()));
    }

    private static <S extends Section> Told<S> told(SectionForm<S> form, SectionJson json, JsonObject stored) {
        JsonValue section = stored.getOrDefault("section", JsonValue.EMPTY_JSON_OBJECT);
        return new Told<>(json.stored(form, section), stored.getBoolean("locked", false));
    }

    private static <T> Kind<T> plain(Scope.Level level, String name, SectionForm<T> form, SectionJson json) {
        return new Kind<>(
                level,
                name,
                form.key(),
                form.shape(),
                section -> json.write((Record) section),
                text -> json.stored(form, text));
    }

    DocumentId of(String scope) {
        return new DocumentId(new Scope(level, scope), name, key);
    }

    /** A region's default. */
    public record Told<S extends Section>(S section, boolean locked) {}
}
