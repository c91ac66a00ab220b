package org.careunit.sms.internal.smpp;

import java.time.Duration;
import org.careunit.operations.connection.Endpoint;

/**
 * Where the SMS centre is, and how much at once.
 *
 * @param systemType the kind of client that we bind as; may be empty
 * @param window how many parts may be without an answer
 * @param connect how long a connection may take
 * @param answer how long one answer may take
 * @param enquire after how long without a word the SMS centre is asked whether it is there
 */
public record SmppServer(
        Endpoint endpoint, String systemType, int window, Duration connect, Duration answer, Duration enquire) {}
