package org.careunit.directory.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where EK is, as whom to log in, and what its entries look like; read by {@link SettingsReader}. */
@ObjectClassDefinition(
        id = DirectoryConfig.PID,
        name = "Careunit: directory",
        description = "The EK directory over LDAP. Without url: no directory, and every look-up says so.")
@interface DirectoryConfig {

    String PID = "careunit.directory";

    @AttributeDefinition(
            name = "Address",
            description = "ldaps://host:636, or ldap://host:389 with startTls; several with commas between are tried in"
                    + " turn. Empty: no directory.")
    String url() default "";

    @AttributeDefinition(name = "StartTLS", description = "Turn a connection to ldap:// into TLS before the login.")
    boolean startTls() default false;

    @AttributeDefinition(
            name = "Plain",
            description =
                    "Allow ldap:// without TLS, to this machine only (localhost, 127.0.0.1, ::1): for trying out.")
    boolean plain() default false;

    @AttributeDefinition(
            name = "Trusted certificates",
            description =
                    "A PEM file with the certificates to trust. Empty: those that the JVM trusts. The host name is"
                            + " verified always.")
    String trustedCertificates() default "";

    @AttributeDefinition(name = "Account", description = "The DN to log in as. Empty: no login.")
    String bindDn() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The account's password. Better $[env:NAME] or $[secret:name] than the word itself.",
            type = AttributeType.PASSWORD)
    String _password() default "";

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

    @AttributeDefinition(name = "Connections", description = "The most connections to EK at once, 1 to 50.")
    int connections() default 4;

    @AttributeDefinition(
            name = "Time-out",
            description = "How long a look-up may take in all, in milliseconds, 100 to 60000.")
    int timeoutMillis() default 2000;

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
