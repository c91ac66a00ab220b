package org.careunit.directory.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** Thrown if EK does not offer StartTLS; no credentials were sent. */
public final class NoStartTlsException extends LDAPException {

    private static final long serialVersionUID = 1L;

    public NoStartTlsException(ResultCode answer) {
        super(ResultCode.CONNECT_ERROR, "StartTLS was answered with " + answer.intValue());
    }
}
