package org.careunit.access.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of what the host platform may do without a permission of somebody's. */
@ObjectClassDefinition(
        id = AccessConfig.PID,
        name = "Careunit: access",
        description = "What the host platform may do by itself.")
@interface AccessConfig {

    String PID = "careunit.access";

    @AttributeDefinition(
            name = "Onboarding",
            description =
                    "Whether the host platform may register units and make a unit's first administrator. false: that is"
                            + " left to regional administrators and operators.")
    boolean onboarding() default true;
}
