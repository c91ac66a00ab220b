package org.careunit.journal.internal;

import org.careunit.journal.internal.answers.JournalFault;
import org.careunit.operations.connection.KeyTexts;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The medical-record system of one or more units; one configuration for each system, such as careunit.journal-north.
 */
@ObjectClassDefinition(id = JournalConfig.PID, name = "Careunit: medical-record system")
@interface JournalConfig {

    String PID = JournalFault.PID;

    @AttributeDefinition(
            name = "Units",
            description = "The HSA-ids of the units whose record system this is, with commas between. A unit that two"
                    + " configurations name has none.")
    String units() default "";

    @AttributeDefinition(
            name = "Transport",
            description = "fhir: a FHIR R4 Task over REST; hl7: HL7 v2.5.1 MDM over MLLP.",
            options = {@Option(value = "fhir"), @Option(value = "hl7")})
    String transport() default "fhir";

    @AttributeDefinition(
            name = "Host",
            description = "The record system's host name or address; empty: it is not set up, and notices wait.")
    String host() default "";

    @AttributeDefinition(
            name = "Port",
            description =
                    "The record system's port, 1 to 65535; 0: 443 for fhir with tls, 80 with plain, 2575 for hl7.")
    int port() default 0;

    @AttributeDefinition(
            name = "Security",
            description = KeyTexts.TLS_OR_PLAIN,
            options = {@Option(value = "tls"), @Option(value = "plain")})
    String security() default "tls";

    @AttributeDefinition(name = "Trusted certificates", description = KeyTexts.TRUSTED_CERTIFICATES)
    String trustedCertificates() default "";

    @AttributeDefinition(
            name = "Client certificate",
            description = "A file (PKCS #12) with our certificate and its key, for mutual TLS; empty: none is shown.")
    String clientCertificate() default "";

    @AttributeDefinition(
            name = "Client certificate, password",
            description = "The password of that file. Better $[env:NAME] or $[secret:name] than the word itself.",
            type = AttributeType.PASSWORD)
    String _clientPassword() default "";

    @AttributeDefinition(
            name = "Resident",
            description = "true: notices say who the resident is; only with a client certificate. false: they do not.")
    boolean resident() default false;

    @AttributeDefinition(name = "User", description = "The user at the FHIR server; empty: no login.")
    String user() default "";

    @AttributeDefinition(name = "Password", description = KeyTexts.PASSWORD, type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Path",
            description = "FHIR: the path of the server's base address, such as /fhir/r4; empty: the host's root.")
    String path() default "";

    @AttributeDefinition(name = "Application", description = "HL7: the receiving application, MSH-5; may be empty.")
    String application() default "";

    @AttributeDefinition(name = "Facility", description = "HL7: the receiving facility, MSH-6; may be empty.")
    String facility() default "";

    @AttributeDefinition(
            name = "Character set",
            description = "HL7: the character set of messages, MSH-18.",
            options = {@Option(value = "utf_8"), @Option(value = "latin_1")})
    String charset() default "utf_8";

    @AttributeDefinition(name = "Time to connect", description = KeyTexts.CONNECT_MILLIS)
    int connectMillis() default 5_000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long the record system may take for one answer, in milliseconds, 100 to 300000.")
    int answerMillis() default 30_000;

    @AttributeDefinition(
            name = "Connections",
            description = "FHIR: the most connections at once, 1 to 50. HL7 has one, since its messages go one by one.")
    int connections() default 4;
}
