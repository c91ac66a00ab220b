package org.careunit.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An adapter's routes, registered by the adapter as a service. They run in a Camel context of their own, which finds
 * components by the class loader of this object's class; that is where the adapter's bundle carries its component.
 *
 * <p>All methods are called by one thread, which is not the one that registered the service. What they throw does not
 * spread: it is logged as one warning that names the adapter, and they are called again after a pause. So read the
 * configuration here rather than in a constructor.
 */
@ConsumerType
public interface AdapterRoutes {

    /**
     * The adapter's name: {@code sms} for the one that is configured by {@code careunit.sms}.
     *
     * @return never null, always the same, unlike any other adapter's
     */
    String name();

    /**
     * Builds the routes. Called for every attempt to start them.
     *
     * @return a new builder each time, never null
     * @throws Exception if the configuration does not allow any; the message says what is wrong with it
     */
    RoutesBuilder routes() throws Exception;

    /**
     * Makes the context ready for the routes: components with settings of their own, and the type converters that Camel
     * would otherwise search the class path for. Called before {@link #routes()}, with a new context each time.
     *
     * @param context built and not started; it is started and stopped by others
     * @throws Exception if the context cannot be made ready
     */
    default void prepare(CamelContext context) throws Exception {}
}
