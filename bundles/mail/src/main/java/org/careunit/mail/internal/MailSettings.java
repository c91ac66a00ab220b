package org.careunit.mail.internal;

import java.time.Duration;
import java.util.Optional;
import org.careunit.api.identity.EmailAddress;
import org.careunit.operations.connection.Endpoint;

/**
 * The configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param server empty if e-mail is not set up
 */
record MailSettings(Optional<Server> server) {

    /** @param ehloName what this machine calls itself; empty for its host name */
    record Server(Endpoint endpoint, String ehloName, Sender sender, Limits limits) {}

    /**
     * Sender of e-mail.
     *
     * @param name beside the address; may be empty
     * @param bounces where mail servers return what they cannot deliver
     */
    record Sender(EmailAddress address, String name, ReturnAddress bounces) {}

    /**
     * Limits of connections.
     *
     * @param connect how long a connection may take
     * @param answer how long one reply may take
     * @param connections the most at once
     * @param messages the most on one connection
     * @param idle how long a connection is kept with nothing to do
     */
    record Limits(Duration connect, Duration answer, int connections, int messages, Duration idle) {}
}
