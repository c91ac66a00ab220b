package org.careunit.mail.internal;

import org.careunit.mail.internal.answers.MailFault;
import org.careunit.operations.connection.KeyTexts;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the mail server, its login and the sender of e-mail. */
@ObjectClassDefinition(id = MailConfig.PID, name = "Careunit: e-mail")
@interface MailConfig {

    String PID = MailFault.PID;

    @AttributeDefinition(
            name = "Host",
            description = "The mail server's host name or address; empty: e-mail is not set up, and waits.")
    String host() default "";

    @AttributeDefinition(name = "Port", description = "The mail server's port, 1 to 65535.")
    int port() default 587;

    @AttributeDefinition(
            name = "Security",
            description = "starttls: TLS is asked for and required; tls: from the first byte, mostly on port 465;"
                    + " plain: none, and only to this machine, written as an address (127.0.0.1 or ::1).",
            options = {@Option(value = "starttls"), @Option(value = "tls"), @Option(value = "plain")})
    String security() default "starttls";

    @AttributeDefinition(name = "Trusted certificates", description = KeyTexts.TRUSTED_CERTIFICATES)
    String trustedCertificates() default "";

    @AttributeDefinition(
            name = "User",
            description =
                    "The user at the mail server; empty: no login. A server that does not offer one gets no e-mail.")
    String user() default "";

    @AttributeDefinition(name = "Password", description = KeyTexts.PASSWORD, type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "EHLO name",
            description = "The name that this machine gives itself to the mail server; empty: its host name.")
    String ehloName() default "";

    @AttributeDefinition(name = "From", description = "The address that e-mail is from; needed where there is a host.")
    String from() default "";

    @AttributeDefinition(name = "From, name", description = "The name beside that address; may be empty.")
    String fromName() default "";

    @AttributeDefinition(
            name = "Bounce address",
            description =
                    "Where mail servers return what they cannot deliver; empty: the address it is from. With {token}"
                            + " before the @, as in bounces+{token}@example.org, each e-mail has an"
                            + " address of its own, by which it"
                            + " is known when it comes back; the mailbox must take them all.")
    String bounceAddress() default "";

    @AttributeDefinition(name = "Time to connect", description = KeyTexts.CONNECT_MILLIS)
    int connectMillis() default 5_000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long the mail server may take for one reply, in milliseconds, 100 to 300000.")
    int answerMillis() default 15_000;

    @AttributeDefinition(name = "Connections", description = "The most connections at once, 1 to 50.")
    int connections() default 4;

    @AttributeDefinition(
            name = "Messages per connection",
            description = "After so many messages a connection is closed and a new one made, 1 to 10000.")
    int messagesPerConnection() default 100;

    @AttributeDefinition(
            name = "Idle time",
            description = "A connection that has had nothing to do is closed after so many seconds, 1 to 3600.")
    int idleSeconds() default 30;
}
