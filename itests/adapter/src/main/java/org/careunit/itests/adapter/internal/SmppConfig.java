package org.careunit.itests.adapter.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the SMS centre's address and login. */
@ObjectClassDefinition(id = SmppConfig.PID, name = "Careunit: texts over SMPP (tests)")
@interface SmppConfig {

    String PID = "careunit.itests.adapter";

    @AttributeDefinition(name = "Host", description = "The SMS centre's host name or address.")
    String host() default "localhost";

    @AttributeDefinition(name = "Port", description = "The SMS centre's port, 1 to 65535.")
    int port() default 2775;

    @AttributeDefinition(name = "System id", description = "The account at the SMS centre.")
    String systemId() default "careunit";

    @AttributeDefinition(name = "Password", description = "The account's password.", type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Time-out",
            description = "How long the SMS centre may take to answer, in milliseconds, at least 1.")
    int answerMillis() default 10_000;
}
