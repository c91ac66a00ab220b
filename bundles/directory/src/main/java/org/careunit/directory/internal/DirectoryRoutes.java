package org.careunit.directory.internal;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.careunit.directory.internal.ldap.LdapConnections;
import org.careunit.directory.internal.ldap.LdapSearch;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Camel routes that search EK. Behind the routes stands a pool rather than Camel's LDAP component, which closes its
 * context after each search and knows no StartTLS.
 */
@Component
public final class DirectoryRoutes implements AdapterRoutes {

    static final String ADAPTER = "directory";
    static final String FIND_STAFF = "direct:find-staff";
    static final String FIND_UNIT = "direct:find-unit";
    static final String CHECK = "direct:check-directory";

    private final DirectorySettings settings;

    @Activate
    public DirectoryRoutes(@Reference DirectorySettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    @Override
    public RoutesBuilder routes() throws Exception {
        Optional<LdapConnections> connections = settings.login().isPresent()
                ? Optional.of(LdapConnections.of(settings.login().get()))
                : Optional.empty();
        return new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                if (connections.isPresent()) {
                    getContext().addService(connections.get());
                    lead(new LdapSearch(connections.get(), settings.search()));
                }
            }

            private void lead(LdapSearch search) {
                from(FIND_STAFF).routeId("find-staff").process(exchange -> ask(search, exchange));
                from(FIND_UNIT).routeId("find-unit").process(exchange -> ask(search, exchange));
                from(CHECK).routeId("check-directory").process(exchange -> ask(search, exchange));
            }
        };
    }

    private static void ask(LdapSearch search, Exchange exchange) {
        exchange.getMessage().setBody(search.answer(exchange.getMessage().getBody(DirectoryQuery.class)));
    }
}
