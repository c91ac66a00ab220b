package org.careunit.notifications.internal;

import org.careunit.api.identity.EmailAddress;

/**
 * Somebody who is to be told.
 *
 * @param key who, as the ledger knows them: a pseudonym of an address, or a staff member
 * @param address where to, now
 */
record Addressee(String key, EmailAddress address) {}
