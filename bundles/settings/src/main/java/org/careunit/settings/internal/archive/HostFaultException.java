package org.careunit.settings.internal.archive;

/** Thrown if the host violates the contract of its service; the message contains no text of the host. */
final class HostFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HostFaultException(String message) {
        super(message);
    }
}
