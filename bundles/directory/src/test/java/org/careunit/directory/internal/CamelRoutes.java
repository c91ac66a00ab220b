package org.careunit.directory.internal;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.impl.DefaultCamelContext;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/** Runs an adapter's routes in a Camel context, as the bundle {@code routes} would. */
final class CamelRoutes implements RunningRoutes, AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();

    CamelRoutes(AdapterRoutes adapter) throws Exception {
        context.disableJMX();
        context.getCamelContextExtension()
                .setErrorHandlerFactory(new DefaultErrorHandlerBuilder()
                        .maximumRedeliveries(0)
                        .loggingLevel(LoggingLevel.OFF)
                        .logExhausted(false));
        context.getComponent("direct", DirectComponent.class).setBlock(false);
        adapter.prepare(context);
        context.start();
        context.addRoutes(adapter.routes());
    }

    @Override
    public <T> T request(String endpoint, Object body, Map<String, Object> headers, Class<T> answer) {
        Exchange exchange = context.createProducerTemplate().request(endpoint, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeaders(new HashMap<>(headers));
        });
        if (exchange.getException() instanceof DirectConsumerNotAvailableException stopped) {
            throw new RoutesStoppedException("directory", endpoint, stopped);
        }
        if (exchange.getException() != null) {
            throw new RouteFailedException("directory", endpoint, exchange.getException());
        }
        return exchange.getMessage().getBody(answer);
    }

    @Override
    public void close() {
        context.stop();
    }
}
