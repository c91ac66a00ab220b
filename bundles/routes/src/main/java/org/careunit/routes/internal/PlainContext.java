package org.careunit.routes.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.LoggingLevel;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ShutdownStrategy;

/** Camel context without OSGi integration, services or MBeans, with the error policy that all routes share. */
final class PlainContext {

    /** How long messages in progress may take to end when the routes stop. */
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

    /** A failure is passed to the caller, once, and not logged. The caller decides whether to retry. */
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
