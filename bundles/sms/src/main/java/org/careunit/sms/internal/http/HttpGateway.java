package org.careunit.sms.internal.http;

import java.time.Duration;
import java.util.Optional;
import org.careunit.http.HttpServerAddress;
import org.careunit.http.HttpServerAddress.Limits;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;

/**
 * Address and message formats of a gateway over HTTP.
 *
 * @param path of its resource, beginning with a slash
 * @param request how a part is written
 * @param answers what its answers mean
 * @param connections the most at once
 * @param connect how long a connection may take
 * @param answer how long one answer may take
 */
public record HttpGateway(
        Endpoint endpoint,
        String path,
        RequestForm request,
        HttpAnswers answers,
        int connections,
        Duration connect,
        Duration answer) {

    /** In bytes: the answers of gateways are a line. */
    private static final int LONGEST_ANSWER = 100_000;

    /** With sockets of its own for TLS. */
    HttpServerAddress server() {
        return new HttpServerAddress(
                endpoint.hosts().get(0),
                path,
                endpoint.security() == Security.TLS
                        ? Optional.of(endpoint.trust().socketFactory())
                        : Optional.empty(),
                new Limits(connect, answer, connections, LONGEST_ANSWER));
    }
}
