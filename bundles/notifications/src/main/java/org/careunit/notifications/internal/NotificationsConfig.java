package org.careunit.notifications.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of messages to staff and of the spool for events from EventAdmin. */
@ObjectClassDefinition(
        id = NotificationsConfig.PID,
        name = "Careunit: notifications",
        description = "How staff are told of cases, and where events that came by EventAdmin wait.")
@interface NotificationsConfig {

    String PID = "careunit.notifications";

    @AttributeDefinition(
            name = "Link",
            description = "The address where staff log in, as it stands in messages to them: https://… Empty: no link.")
    String link() default "";

    @AttributeDefinition(
            name = "Digest window",
            description = "Minutes during which further news to the same recipient are gathered into one message, 0 to"
                    + " 1440; 0: each at once.")
    int digestMinutes() default 10;

    @AttributeDefinition(
            name = "SMS a day",
            description =
                    "How many SMS a unit may send on one day, 0 to 1000000; further ones wait for the next day. 0: no"
                            + " limit.")
    int smsPerDay() default 1_000;

    @AttributeDefinition(
            name = "Spool",
            description = "The directory where events from EventAdmin wait until they are committed. Empty:"
                    + " careunit/spool below ${karaf.base}.")
    String spool() default "";
}
