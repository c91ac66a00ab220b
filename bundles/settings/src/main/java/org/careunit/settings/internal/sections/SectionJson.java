package org.careunit.settings.internal.sections;

import jakarta.json.JsonValue;
import org.careunit.api.failure.RefusedException;
import org.careunit.storage.json.RecordJson;

/** Reads and writes sections as JSON. Safe for use by many threads. */
public final class SectionJson {

    private final RecordJson json = new RecordJson();

    public String write(Record section) {
        return json.write(section);
    }

    /**
     * Reads people's input.
     *
     * @throws RefusedException if it is wrong, saying where and what is allowed
     */
    public <T> T parse(SectionForm<T> form, String text) {
        return json.parse(form.type(), text);
    }

    /**
     * Reads stored JSON; missing components get their defaults.
     *
     * @throws RefusedException if this version of Careunit cannot read it
     */
    public <T> T stored(SectionForm<T> form, String text) {
        return json.stored(form.type(), form.unset(), text);
    }

    public <T> T stored(SectionForm<T> form, JsonValue value) {
        return json.stored(form.type(), form.unset(), value);
    }

    /** Any JSON. */
    public JsonValue parsed(String text) {
        return json.parsed(text);
    }
}
