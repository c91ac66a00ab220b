package org.careunit.storage.internal.node;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code careunit.storage}; read by {@link StorageSettingsReader}, which names the key that is wrong. */
@ObjectClassDefinition(
        name = "Careunit: storage",
        description =
                "Where Careunit keeps its data. Without any of this: embedded, in ${karaf.base}/careunit/storage.")
public @interface StorageConfiguration {

    String PID = "careunit.storage";

    @AttributeDefinition(
            name = "PostgreSQL address",
            description =
                    "jdbc:postgresql://host:5432/database. Empty: the embedded store, for one node. To any host but"
                            + " this machine, written as an address, with TLS; names and dates of"
                            + " certificates are checked.")
    String url() default "";

    @AttributeDefinition(name = "User", description = "Whom to log in to PostgreSQL as; the owner of the schema.")
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The user's password. Better $[env:NAME] or $[secret:name] than the word itself.")
    String _password() default "";

    @AttributeDefinition(
            name = "Trusted certificates",
            description =
                    "A file with the certificates (PEM) that the server's must come from; an expired one in it is not"
                            + " trusted. Empty: those that the JVM trusts.")
    String trustedCertificates() default "";

    @AttributeDefinition(
            name = "Directory",
            description = "Where the embedded store keeps its files. Empty: careunit/storage below ${karaf.base}.")
    String directory() default "";

    @AttributeDefinition(
            name = "Secrets",
            description = "The file with the secrets of pseudonyms, the same on every node; made at the first start."
                    + " Empty: careunit/secrets.properties below ${karaf.base}.")
    String secrets() default "";

    @AttributeDefinition(name = "Connections", description = "The most connections to the database at once, 2 to 200.")
    int connections() default 16;

    @AttributeDefinition(name = "Workers", description = "The most jobs that run at once on this node, 1 to 200.")
    int workers() default 32;
}
