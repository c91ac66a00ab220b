package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/** EK does not offer StartTLS; nothing was said to it. */
final class NoStartTlsException extends LDAPException {

    private static final long serialVersionUID = 1L;

    NoStartTlsException(ResultCode answer) {
        super(ResultCode.CONNECT_ERROR, "StartTLS was answered with " + answer.intValue());
    }
}
