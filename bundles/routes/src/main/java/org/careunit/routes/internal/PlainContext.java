package org.careunit.routes.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.LoggingLevel;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownStrategy;

/**
 * A Camel context that knows nothing of OSGi and of which nothing shows outside: no service, no MBean. Here stands the
 * policy that all routes share.
 */
final class PlainContext {

    /** What is under way when the routes stop has this long to come to an end. */
    static final Duration DRAIN = Duration.ofSeconds(10);

    private PlainContext() {}

    static DefaultCamelContext create(String name, ClassLoader loader) {
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.getCamelContextExtension().setName(name);
        context.setApplicationContextClassLoader(loader);
        context.disableJMX();
        context.setStartupSummaryLevel(StartupSummaryLevel.Off);
        context.build();
        failToTheCaller(context);
        drainBeforeStopping(context.getShutdownStrategy());
        return context;
    }

    /** A failure goes to the caller, once, and to no log. Whether to try again is for the caller to decide. */
    private static void failToTheCaller(DefaultCamelContext context) {
        context.getCamelContextExtension()
                .setErrorHandlerFactory(new DefaultErrorHandlerBuilder()
                        .maximumRedeliveries(0)
                        .loggingLevel(LoggingLevel.OFF) // a route without onException() does not heed logExhausted()
                        .logExhausted(false)
                        .logExhaustedMessageHistory(false)
                        .logExhaustedMessageBody(false)
                        .logStackTrace(false)
                        .logNewException(false));
        context.setLogExhaustedMessageBody(false);
        context.setMessageHistory(false);
        context.getComponent("direct", DirectComponent.class).setBlock(false);
    }

    private static void drainBeforeStopping(ShutdownStrategy shutdown) {
        shutdown.setTimeout(DRAIN.toSeconds());
        shutdown.setTimeUnit(TimeUnit.SECONDS);
        shutdown.setShutdownNowOnTimeout(true);
        shutdown.setLogInflightExchangesOnTimeout(false);
    }
}
