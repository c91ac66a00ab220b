package org.careunit.api.settings;

import java.util.Objects;

/**
 * State of a section at a unit.
 *
 * @param key names it, for example {@code email-notification}; never null
 * @param type the record it is; never null
 * @param title what it is called in Swedish; never null
 * @param shown whether the unit has this section
 * @param note in Swedish, why it is not shown, or what hangs on it; never null, may be blank
 * @param locked whether the unit's region has locked it
 * @param version the version that the unit has saved last; 0 if none
 */
public record SectionState(
        String key,
        Class<? extends Section> type,
        String title,
        boolean shown,
        String note,
        boolean locked,
        long version) {
    public SectionState {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(note, "note");
    }

    public SectionState withKey(String key) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withType(Class<? extends Section> type) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withTitle(String title) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withShown(boolean shown) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withNote(String note) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withLocked(boolean locked) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }

    public SectionState withVersion(long version) {
        return new SectionState(key, type, title, shown, note, locked, version);
    }
}
