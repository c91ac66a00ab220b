package org.careunit.mail.internal.bounces;

import java.util.Optional;

/**
 * Matches a returned mail to the one that was sent.
 *
 * @param <K> what names a mail
 */
public interface SentMailMatcher<K> {

    /** The mail that was sent with this return address; empty if the address holds no token of ours. */
    Optional<K> byReturnAddress(String address);

    /** The mail with this Message-ID, angle brackets included; empty if it is none of ours. */
    Optional<K> byMessageId(String messageId);
}
