package org.careunit.access.internal;

import java.time.Clock;
import org.careunit.storage.Accounts;
import org.careunit.storage.Grants;
import org.careunit.storage.Transactions;
import org.careunit.storage.UnitRegister;

/** The store's services for permissions, and the clock. */
public record AccessStore(
        Transactions transactions, UnitRegister units, Grants grants, Accounts accounts, Clock clock) {}
