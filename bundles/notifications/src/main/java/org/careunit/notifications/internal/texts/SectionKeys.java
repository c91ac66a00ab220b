package org.careunit.notifications.internal.texts;

import java.util.Map;
import java.util.Optional;
import org.careunit.api.settings.EmailNotification;
import org.careunit.api.settings.RecordSystemNotification;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.Section;
import org.careunit.api.settings.StaffReminder;

/** Keys and titles of the sections that decide about messages. */
public final class SectionKeys {

    private static final Map<Class<? extends Section>, String> KEYS = Map.of(
            EmailNotification.class, "email-notification",
            RecordSystemNotification.class, "record-system-notification",
            StaffReminder.class, "staff-reminder",
            ResidentReminder.class, "resident-reminder");

    /** As the section of a unit's settings is called. */
    private static final Map<String, String> TITLES = Map.of(
            "email-notification", "Avisering via e-post",
            "record-system-notification", "Journalavisering",
            "staff-reminder", "Påminnelse via e-post till vårdgivare",
            "resident-reminder", "Påminnelse till invånare");

    private SectionKeys() {}

    /** What people in a unit call a section. */
    public static String title(String key) {
        return TITLES.getOrDefault(key, key);
    }

    /** The section with a key; empty if it is none of these. */
    public static Optional<Class<? extends Section>> section(String key) {
        return KEYS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .<Class<? extends Section>>map(Map.Entry::getKey)
                .findFirst();
    }

    /** The key of one of these sections. */
    public static String of(Class<? extends Section> section) {
        return KEYS.get(section);
    }
}
