package org.careunit.access.internal;

import java.time.Clock;
import org.careunit.storage.Accounts;
import org.careunit.storage.Grants;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;

/** Where permissions are kept, and the clock they go by. */
public record AccessStore(
        Transactions transactions, UnitRegister units, Grants grants, Accounts accounts, Clock clock) {}
