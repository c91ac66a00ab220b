package org.careunit.sms.internal.http;

import java.time.Duration;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;

/**
 * Where a gateway takes SMS over HTTP, and how.
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

    String scheme() {
        return endpoint.security() == Security.TLS ? "https" : "http";
    }

    /** The address that requests go to, without a query. */
    String address() {
        return scheme() + "://" + endpoint.hosts().get(0) + path;
    }
}
