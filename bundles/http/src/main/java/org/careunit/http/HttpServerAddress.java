package org.careunit.http;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.operations.connection.Host;

/**
 * Address of an HTTP server, its TLS, and the limits of requests to it.
 *
 * @param path of its base address; empty or beginning with a slash
 * @param tls empty for a connection in clear
 * @param limits of requests
 */
public record HttpServerAddress(Host host, String path, Optional<SSLSocketFactory> tls, Limits limits) {

    /**
     * Limits of requests.
     *
     * @param connect how long a connection may take
     * @param answer how long one answer may take
     * @param connections the most at once
     * @param longestAnswer in bytes
     */
    public record Limits(Duration connect, Duration answer, int connections, int longestAnswer) {}

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** The address that all requests are below, without a slash at its end. */
    String base() {
        return scheme() + "://" + host + path;
    }
}
