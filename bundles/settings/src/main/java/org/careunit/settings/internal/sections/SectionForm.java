package org.careunit.settings.internal.sections;

/**
 * Describes how a section of a unit or of a region is named and stored: as JSON whose keys are the names of the
 * record's components.
 *
 * @param key names it in commands, in JSON and in the store
 * @param title what it is called in Swedish
 * @param type the record it is
 * @param unset what holds until somebody saves it
 * @param shape the number of the stored form; one more whenever a component changes its meaning
 */
public record SectionForm<T>(String key, String title, Class<T> type, T unset, int shape) {}
