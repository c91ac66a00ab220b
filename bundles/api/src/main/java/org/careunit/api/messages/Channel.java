package org.careunit.api.messages;

import java.util.Arrays;
import java.util.Optional;

/** A channel for messages. More may come with minor versions. */
public enum Channel {
    EMAIL("email"),
    SMS("sms"),
    /** The unit's medical-record system. */
    RECORD_SYSTEM("journal");

    private final String key;

    Channel(String key) {
        this.key = key;
    }

    /** Its name in the ledger, in logs and in what commands print; never null. */
    public String key() {
        return key;
    }

    /** The channel of a key; empty for a key of none. */
    public static Optional<Channel> ofKey(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.key.equals(key))
                .findFirst();
    }

    /** The key. */
    @Override
    public String toString() {
        return key;
    }
}
