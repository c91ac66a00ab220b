package org.careunit.storage.internal.audit;

/** Mark outside the database, that the audit trail of the platform has begun. */
public interface AuditStartMark {

    boolean isSet();

    void set();
}
