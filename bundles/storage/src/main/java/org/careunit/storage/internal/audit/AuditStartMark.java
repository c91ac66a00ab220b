package org.careunit.storage.internal.audit;

/** Stores, outside the database, that the audit trail of the platform has begun. */
public interface AuditStartMark {

    boolean isSet();

    void set();
}
