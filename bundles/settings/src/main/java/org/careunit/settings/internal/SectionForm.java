package org.careunit.settings.internal;

import jakarta.json.bind.Jsonb;
import java.util.Map;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.Section;

/**
 * How a kind of section is stored. The stored form is a record of its own, so that the contract may change without it.
 *
 * @param key names its document
 * @param shape the number of the stored form
 * @param unset what holds until the unit saves it
 */
record SectionForm<S extends Section>(String key, int shape, S unset, Writer<S> writer, Reader<S> reader) {

    private static final Map<Class<? extends Section>, SectionForm<?>> FORMS = Map.of(
            EmailNotification.class,
            new SectionForm<>(
                    "email-notification",
                    1,
                    EmailNotification.OFF,
                    (json, section) -> json.toJson(EmailNotificationDocument.of(section)),
                    (json, text) ->
                            json.fromJson(text, EmailNotificationDocument.class).section()));

    /** The form of a section that the contract knows; each has one. */
    @SuppressWarnings("unchecked") // the map's values are of the kind their keys name
    static <S extends Section> SectionForm<S> of(Class<? extends S> section) {
        return (SectionForm<S>) FORMS.get(section);
    }

    String write(Jsonb json, S section) {
        return writer.write(json, section);
    }

    S read(Jsonb json, String text) {
        return reader.read(json, text);
    }

    @FunctionalInterface
    interface Writer<S> {
        String write(Jsonb json, S section);
    }

    @FunctionalInterface
    interface Reader<S> {
        S read(Jsonb json, String text);
    }
}
