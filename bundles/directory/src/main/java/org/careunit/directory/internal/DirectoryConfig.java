package org.careunit.directory.internal;

import org.careunit.operations.connection.KeyTexts;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * Configuration of the connection to EK, the login and the names of attributes; read by
 * {@link DirectorySettingsReader}.
 */
@ObjectClassDefinition(
        id = DirectoryConfig.PID,
        name = "Careunit: directory",
        description = "The EK directory over LDAP. Without host: no directory, and every look-up says so.")
@interface DirectoryConfig {

    String PID = "careunit.directory";

    @AttributeDefinition(
            name = "Host",
            description = "EK's host name or address, with :port behind it where that differs from 'port'; several with"
                    + " commas between are tried in turn. Empty: no directory.")
    String host() default "";

    @AttributeDefinition(
            name = "Port",
            description = "EK's port, 0 to 65535; 0: the usual one, which is 636 with tls, else 389.")
    int port() default 0;

    @AttributeDefinition(
            name = "Security",
            description =
                    "tls: from the first byte; starttls: turned into TLS before the login; plain: none, and only to"
                            + " this machine, written as an address (127.0.0.1 or ::1).",
            options = {@Option(value = "tls"), @Option(value = "starttls"), @Option(value = "plain")})
    String security() default "tls";

    @AttributeDefinition(name = "Trusted certificates", description = KeyTexts.TRUSTED_CERTIFICATES)
    String trustedCertificates() default "";

    @AttributeDefinition(name = "User", description = "The DN to log in as. Empty: no login.")
    String user() default "";

    @AttributeDefinition(name = "Password", description = KeyTexts.PASSWORD, type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Time to connect",
            description = "How long a connection to one server may take, in milliseconds, 100 to 60000.")
    int connectMillis() default 1000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long a look-up may take in all, in milliseconds, 100 to 60000.")
    int answerMillis() default 2000;

    @AttributeDefinition(name = "Connections", description = "The most connections to EK at once, 1 to 50.")
    int connections() default 4;

    @AttributeDefinition(name = "Base DN", description = "Where to search, with everything below it.")
    String baseDn() default "c=SE";

    @AttributeDefinition(
            name = "Staff filter",
            description =
                    "What an entry must match, in LDAP's notation, to be one of a staff member; the HSA-id or number"
                            + " asked for comes in addition.")
    String staffFilter() default "(objectClass=hsaPersonExtension)";

    @AttributeDefinition(
            name = "Unit filter",
            description = "What an entry must match, in LDAP's notation, to be one of a care unit; the HSA-id comes in"
                    + " addition.")
    String unitFilter() default "(objectClass=hsaHealthCareUnit)";

    @AttributeDefinition(
            name = "Attributes",
            description =
                    "Attributes that have other names there than in the HSA schema: HSA's name = theirs, with commas"
                            + " between, such as mail=rfc822Mailbox, hsaTitle=profession.")
    String attributes() default "";

    @AttributeDefinition(name = "Page size", description = "How many entries EK is asked for at a time, 1 to 1000.")
    int pageSize() default 100;

    @AttributeDefinition(
            name = "Cache",
            description =
                    "For how many minutes an answer is given again without asking, 0 to 1440. That nobody was found is"
                            + " never given again so.")
    int cacheMinutes() default 60;

    @AttributeDefinition(
            name = "Stale",
            description =
                    "For how many hours an answer is given again, marked as stale, while EK cannot be asked, 0 to 720.")
    int staleHours() default 72;

    @AttributeDefinition(name = "Cache entries", description = "How many answers are remembered, 100 to 1000000.")
    int cacheEntries() default 20_000;
}
