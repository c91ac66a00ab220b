package org.careunit.settings.internal;

import jakarta.json.JsonValue;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.RecordJson;

/** Sections as JSON. Safe for use by many threads. */
final class SectionJson {

    private final RecordJson json = new RecordJson();

    String write(Record section) {
        return json.write(section);
    }

    /**
     * Reads what somebody wrote.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    <T> T parse(SectionForm<T> form, String text) {
        return json.parse(form.type(), text);
    }

    /**
     * Reads what is stored; what is missing is as if nobody had saved it.
     *
     * @throws RefusedException if this version of Careunit cannot read it
     */
    <T> T stored(SectionForm<T> form, String text) {
        return json.stored(form.type(), form.unset(), text);
    }

    <T> T stored(SectionForm<T> form, JsonValue value) {
        return json.stored(form.type(), form.unset(), value);
    }

    /** Any JSON. */
    JsonValue parsed(String text) {
        return json.parsed(text);
    }
}
