package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;

/**
 * Thrown if EK could not be queried. It has no cause on purpose: a directory's own words may repeat what was asked for,
 * and the cause of an exception ends up in logs.
 */
public final class DirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DirectoryFault fault;

    public DirectoryException(DirectoryFault fault, String detail) {
        super(fault.sentence(detail));
        this.fault = fault;
    }

    public static DirectoryException of(LDAPException failure) {
        return new DirectoryException(
                DirectoryFault.of(failure),
                "LDAP result " + failure.getResultCode().intValue());
    }

    public DirectoryFault fault() {
        return fault;
    }
}
