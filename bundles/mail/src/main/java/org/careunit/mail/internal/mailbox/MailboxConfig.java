package org.careunit.mail.internal.mailbox;

import org.careunit.operations.connection.KeyTexts;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the mailbox for e-mail that comes back. */
@ObjectClassDefinition(id = MailboxConfig.PID, name = "Careunit: e-mail that comes back")
@interface MailboxConfig {

    String PID = "careunit.bounces";

    @AttributeDefinition(
            name = "Host",
            description = "The IMAP server's host name or address; empty: nothing that comes back is read.")
    String host() default "";

    @AttributeDefinition(name = "Port", description = "The IMAP server's port, 1 to 65535; 0: 993 for tls, else 143.")
    int port() default 0;

    @AttributeDefinition(
            name = "Security",
            description =
                    "tls: from the first byte; starttls: TLS is asked for and required; plain: none, and only to this"
                            + " machine, written as an address (127.0.0.1 or ::1).",
            options = {@Option(value = "tls"), @Option(value = "starttls"), @Option(value = "plain")})
    String security() default "tls";

    @AttributeDefinition(name = "Trusted certificates", description = KeyTexts.TRUSTED_CERTIFICATES)
    String trustedCertificates() default "";

    @AttributeDefinition(name = "User", description = "The mailbox's user; needed where there is a host.")
    String user() default "";

    @AttributeDefinition(name = "Password", description = KeyTexts.PASSWORD, type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "Folder",
            description = "The folder that is read. Whatever is read in it is deleted, or flagged for an operator.")
    String folder() default "INBOX";

    @AttributeDefinition(name = "Pause", description = "How long to wait between two readings, in seconds, 5 to 3600.")
    int pollSeconds() default 60;

    @AttributeDefinition(name = "Time to connect", description = KeyTexts.CONNECT_MILLIS)
    int connectMillis() default 5_000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long the IMAP server may take for one reply, in milliseconds, 100 to 300000.")
    int answerMillis() default 30_000;
}
