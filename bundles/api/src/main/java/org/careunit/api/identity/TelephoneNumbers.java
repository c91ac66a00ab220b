package org.careunit.api.identity;

import org.osgi.annotation.versioning.ProviderType;

/** Knows the numbering plans of the countries. Safe for use by many threads. */
@ProviderType
public interface TelephoneNumbers {

    /**
     * Reads a number as people write it; without a country it is Swedish.
     *
     * @throws org.careunit.api.failure.RefusedException if there can be no such number; the message does not repeat it
     */
    TelephoneNumber read(String written);
}
