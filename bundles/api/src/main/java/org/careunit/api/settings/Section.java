package org.careunit.api.settings;

/** One section of a unit's settings; a record that is valid as soon as it exists. */
public sealed interface Section permits CareTypes, CatchmentArea, EmailNotification {}
