package org.careunit.notifications.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.careunit.api.identity.StaffId;
import org.careunit.api.settings.ClosedDays;
import org.careunit.api.settings.QuietHours;
import org.careunit.api.settings.ResidentReminder;
import org.careunit.api.settings.StaffReminder;

/** What a unit, its region and its staff have decided, as it is in force. */
public record Decisions(Rules rules, Team team) {

    /**
     * What clocks run by.
     *
     * @param promise of a first reply, in working days; 0 for none
     */
    public record Rules(
            ClosedDays closed, StaffReminder staff, int promise, ResidentReminder resident, QuietHours quiet) {}

    /**
     * Who works there.
     *
     * @param addresses where everybody who ever did is reached, numbers beginning with {@link Way#TELEPHONE}
     * @param receivers who may receive and handle cases now
     * @param absentUntil the day on which somebody is back
     */
    public record Team(
            String reception,
            Map<StaffId, List<String>> addresses,
            Set<StaffId> receivers,
            Map<StaffId, LocalDate> absentUntil) {

        boolean isThere(StaffId staff, LocalDate day) {
            return receivers.contains(staff) && !isAbsent(staff, day);
        }

        boolean isAbsent(StaffId staff, LocalDate day) {
            return absentUntil.containsKey(staff) && day.isBefore(absentUntil.get(staff));
        }
    }
}
