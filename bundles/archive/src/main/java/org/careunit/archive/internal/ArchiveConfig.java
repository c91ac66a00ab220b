package org.careunit.archive.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One target of packages: a folder, or a directory of an SFTP server. */
@ObjectClassDefinition(
        id = ArchiveConfig.PID,
        name = "Careunit: archive",
        description =
                "Where information packages of ended cases go. Several files, one for each target; one of them without"
                        + " regions is the default.")
@interface ArchiveConfig {

    String PID = "careunit.archive";

    @AttributeDefinition(
            name = "Regions",
            description =
                    "County codes with commas between, such as 01, 06; empty: all regions that no other target names.")
    String regions() default "";

    @AttributeDefinition(
            name = "Directory",
            description =
                    "Where packages are put: a folder of this machine or, with a host, a directory there. Empty: this"
                            + " target is not set up.")
    String directory() default "";

    @AttributeDefinition(
            name = "Host",
            description = "The SFTP server's name or address; empty: a folder of this machine.")
    String host() default "";

    @AttributeDefinition(name = "Port", description = "The SFTP server's port, 1 to 65535.")
    int port() default 22;

    @AttributeDefinition(
            name = "Known hosts",
            description =
                    "A file in the format of OpenSSH with the server's key; required with a host. A server with another"
                            + " key gets nothing.")
    String knownHosts() default "";

    @AttributeDefinition(name = "User", description = "Whom to log in as; required with a host.")
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            description =
                    "The user's password, or the private key's. Better $[env:NAME] or $[secret:name] than the word"
                            + " itself.",
            type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Private key",
            description = "A file with the user's private key; empty: log in by password.")
    String privateKey() default "";

    @AttributeDefinition(
            name = "Time to connect",
            description = "How long a connection and login may take, in milliseconds, 100 to 60000.")
    int connectMillis() default 10_000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long the server may take for one answer, in milliseconds, 100 to 300000.")
    int answerMillis() default 30_000;
}
