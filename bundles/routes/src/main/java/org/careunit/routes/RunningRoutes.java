package org.careunit.routes;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends messages to an adapter's routes while all of them run. Registered as a service with the property
 * {@link #ADAPTER}, withdrawn as soon as one of the routes stops, and registered again when it is back. Safe for use by
 * many threads.
 */
@ProviderType
public interface RunningRoutes {

    /** The service property that holds the adapter's {@linkplain AdapterRoutes#name() name}. */
    String ADAPTER = "careunit.adapter";

    /**
     * Sends a message through a route, in a thread of the adapter's, and waits for the answer without a limit of its
     * own: how long the other side may take is for the route's endpoint to say. Interrupting the caller interrupts the
     * route. Nothing is sent a second time and nothing of the message is logged.
     *
     * @param endpoint where the route begins, such as {@code direct:send-sms}
     * @param body the message's body, may be null
     * @param headers the message's headers, not null
     * @param answer the type that the route's last body is converted to
     * @return the route's last body, null if it is null
     * @throws RouteFailedException if the route failed, its cause being what the route threw, or its last body has no
     *     converter to that type
     * @throws RoutesStoppedException if the routes stopped before the message was through
     */
    <T> T request(String endpoint, Object body, Map<String, Object> headers, Class<T> answer);
}
