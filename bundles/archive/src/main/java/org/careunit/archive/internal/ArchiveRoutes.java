package org.careunit.archive.internal;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.careunit.archive.internal.targets.PackageTarget;
import org.careunit.archive.internal.targets.PackageToSend;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Component;

/**
 * Camel routes that bring packages to a target. Which one is in the message, so that a changed configuration stops no
 * routes.
 */
@Component(service = {AdapterRoutes.class, ArchiveRoutes.class})
public final class ArchiveRoutes implements AdapterRoutes {

    static final String ADAPTER = "archive";
    static final String DELIVER_PACKAGE = "direct:deliver-package";
    static final String CHECK_TARGET = "direct:check-target";

    @Override
    public String name() {
        return ADAPTER;
    }

    @Override
    public RouteBuilder routes() {
        return new Delivering();
    }

    private static final class Delivering extends RouteBuilder {

        @Override
        public void configure() {
            from(DELIVER_PACKAGE).routeId("deliver-package").process(Delivering::deliver);
            from(CHECK_TARGET).routeId("check-target").process(Delivering::check);
        }

        private static void deliver(Exchange exchange) throws IOException {
            PackageToSend one = exchange.getMessage().getBody(PackageToSend.class);
            try (PackageTarget target = PackageTarget.open(one.target())) {
                exchange.getMessage().setBody(one.send(target));
            }
        }

        private static void check(Exchange exchange) throws IOException {
            try (PackageTarget target = PackageTarget.open(exchange.getMessage().getBody(TargetSettings.class))) {
                target.check();
                exchange.getMessage().setBody(true);
            }
        }
    }
}
