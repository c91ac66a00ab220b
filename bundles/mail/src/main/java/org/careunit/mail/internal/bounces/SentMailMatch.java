package org.careunit.mail.internal.bounces;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Result of matching a returned mail to a sent one.
 *
 * @param mail empty if it is about none, or about several
 */
public record SentMailMatch<K>(By by, Optional<K> mail) {

    /** How a mail was matched. */
    public enum By {
        /** By the Message-ID, which the return address does not contradict. */
        MESSAGE_ID("message-id"),
        /** By the token in the return address alone. */
        RETURN_ADDRESS("verp"),
        /** Return address and Message-ID, or two of a kind, belong to different mails: it is forged. */
        CONFLICT("conflict"),
        /** By nothing. */
        NOTHING("");

        private final String word;

        By(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Matches by return address and Message-ID together. */
    public static <K> SentMailMatch<K> of(ReturnedMail mail, SentMailMatcher<K> ours) {
        Set<K> byAddress = new LinkedHashSet<>();
        mail.sentTo().forEach(address -> ours.byReturnAddress(address).ifPresent(byAddress::add));
        Set<K> byId = new LinkedHashSet<>();
        mail.messageIds().forEach(id -> ours.byMessageId(id).ifPresent(byId::add));
        Set<K> all = new LinkedHashSet<>(byAddress);
        all.addAll(byId);
        if (all.isEmpty()) {
            return new SentMailMatch<>(By.NOTHING, Optional.empty());
        }
        if (all.size() > 1) {
            return new SentMailMatch<>(By.CONFLICT, Optional.empty());
        }
        return new SentMailMatch<>(
                byId.isEmpty() ? By.RETURN_ADDRESS : By.MESSAGE_ID,
                Optional.of(all.iterator().next()));
    }
}
