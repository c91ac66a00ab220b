package org.careunit.mail.internal;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.DefaultErrorHandlerBuilder;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.impl.DefaultCamelContext;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/** An adapter's routes in a plain context, as the bundle {@code routes} runs them. */
final class StartedRoutes implements RunningRoutes, AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext(false);

    StartedRoutes(AdapterRoutes adapter) throws Exception {
        context.disableJMX();
        context.build();
        context.getCamelContextExtension()
                .setErrorHandlerFactory(new DefaultErrorHandlerBuilder()
                        .maximumRedeliveries(0)
                        .loggingLevel(LoggingLevel.OFF)
                        .logExhausted(false));
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
        if (exchange.getException() instanceof DirectConsumerNotAvailableException gone) {
            throw new RoutesStoppedException("mail", endpoint, gone);
        }
        if (exchange.getException() != null) {
            throw new RouteFailedException("mail", endpoint, exchange.getException());
        }
        return exchange.getMessage().getBody(answer);
    }

    @Override
    public void close() {
        context.stop();
    }
}
