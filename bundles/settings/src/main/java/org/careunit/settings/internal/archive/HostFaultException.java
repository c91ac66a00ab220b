package org.careunit.settings.internal.archive;

/** The host did not do what its port promises; the message says what, without anything that the host said. */
final class HostFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostFaultException(String message) {
        super(message);
    }
}
