package org.careunit.journal.internal.fhir;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Host;

/**
 * Where a FHIR server is and how to connect.
 *
 * @param path of its base address; empty or beginning with a slash
 * @param tls empty for a connection in clear
 * @param login empty for none
 * @param connect how long a connection may take
 * @param answer how long one answer may take
 * @param connections the most at once
 */
public record FhirServerAddress(
        Host host,
        String path,
        Optional<SSLSocketFactory> tls,
        Optional<Endpoint.Login> login,
        Duration connect,
        Duration answer,
        int connections) {

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** The address that all requests are below, without a slash at its end. */
    String base() {
        return scheme() + "://" + host + path;
    }
}
