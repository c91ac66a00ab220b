package org.careunit.operations.connection;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the hosts that connections may go to. */
@ObjectClassDefinition(
        id = AllowedHosts.PID,
        name = "Careunit: outgoing connections",
        description = "Which hosts the adapters may connect to, whatever their own configurations name.")
@interface OutgoingConfig {

    @AttributeDefinition(
            name = "Allowed hosts",
            description = "Host names and addresses with commas between; *.example.org for all names below example.org."
                    + " Empty: every host that a configuration names.")
    String allowedHosts() default "";
}
