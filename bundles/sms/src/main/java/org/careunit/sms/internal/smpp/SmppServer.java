package org.careunit.sms.internal.smpp;

import java.time.Duration;
import org.careunit.operations.connection.Endpoint;

/**
 * Address of an SMS centre, with the limits of the connection to it.
 *
 * @param systemType the kind of client that we bind as; may be empty
 * @param window how many parts may be without an answer
 * @param connect how long a connection may take
 * @param answer how long one answer may take
 * @param enquire after how long without a message the connection is checked by an enquire_link
 */
public record SmppServer(
        Endpoint endpoint, String systemType, int window, Duration connect, Duration answer, Duration enquire) {}
