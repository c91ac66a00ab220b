package org.careunit.api.settings;

/**
 * One section of a unit's settings; a record that is valid as soon as it exists. The guide's eleven in its order, then
 * those for the day's work.
 */
public sealed interface Section
        permits EmailNotification,
                ArchiveExport,
                CatchmentArea,
                RecordSystemNotification,
                ListingRequests,
                StaffReminder,
                ResidentReminder,
                PageLink,
                UnitInformation,
                CareTypes,
                OtherInformation,
                ClosedDays,
                SendingHours,
                DailyCaps,
                Pauses,
                StaffMessages,
                Simulated {}
