package org.careunit.itests.adapter;

import org.osgi.annotation.versioning.ProviderType;

/** Sends texts to telephones. Safe for use by many threads. */
@ProviderType
public interface Texts {

    /**
     * Sends one text.
     *
     * @param number the telephone's number, not null
     * @param text what is sent, not null
     * @return the SMS centre's id of the message, never null
     * @throws TextRefusedException if the SMS centre will never take it
     * @throws TextUnavailableException if it cannot be sent now
     */
    String send(String number, String text);
}
