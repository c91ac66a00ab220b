package org.careunit.mail.internal.mailbox;

import java.time.Duration;
import java.util.Optional;
import org.careunit.operations.connection.Endpoint;

/**
 * The configuration, read and checked; registered as a service while it is the last good one.
 *
 * @param mailbox empty if none is set up
 */
record MailboxSettings(Optional<Mailbox> mailbox) {

    /**
     * A mailbox.
     *
     * @param pause between two readings
     * @param connect how long a connection may take
     * @param answer how long one reply may take
     */
    record Mailbox(Endpoint endpoint, String folder, Duration pause, Duration connect, Duration answer) {}
}
