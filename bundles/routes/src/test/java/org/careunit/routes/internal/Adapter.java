package org.careunit.routes.internal;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.careunit.routes.AdapterRoutes;

/** An adapter for tests, called {@code sms}. */
record Adapter(Consumer<CamelContext> preparation, Supplier<RoutesBuilder> builder) implements AdapterRoutes {

    static Adapter with(LambdaRouteBuilder routes) {
        return with(Gateway.UP, routes);
    }

    static Adapter with(Gateway.Line line, LambdaRouteBuilder routes) {
        return with(new Gateway(line), routes);
    }

    static Adapter with(Gateway gateway, LambdaRouteBuilder routes) {
        return new Adapter(context -> context.addComponent("gateway", gateway), () -> new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                routes.accept(this);
            }
        });
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public RoutesBuilder routes() {
        return builder.get();
    }

    @Override
    public void prepare(CamelContext context) {
        preparation.accept(context);
    }
}
