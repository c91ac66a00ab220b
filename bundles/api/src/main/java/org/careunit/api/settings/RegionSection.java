package org.careunit.api.settings;

/** Something that a region decides for itself; a record that is valid as soon as it exists. */
public sealed interface RegionSection permits QuietHours, ResidentTexts, SupportContact {}
