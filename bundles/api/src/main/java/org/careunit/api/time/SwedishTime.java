package org.careunit.api.time;

import java.time.ZoneId;

/** The time zone of every local date and time in Careunit. */
public final class SwedishTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private SwedishTime() {}
}
