package org.careunit.sms.internal.callback;

import java.util.Optional;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.operations.connection.Host;

/**
 * Settings of the HTTP server that receives receipts.
 *
 * @param listen the address and port that we listen at
 * @param certificate ours; empty for a server without TLS
 * @param path beginning with a slash
 * @param secret required of every caller
 * @param form how receipts look
 */
public record CallbackSettings(
        Host listen, Optional<ClientCertificate> certificate, String path, CallbackSecret secret, ReceiptForm form) {

    /** The server's address on this machine. */
    public String address() {
        return (certificate.isPresent() ? "https" : "http") + "://" + listen + path;
    }
}
