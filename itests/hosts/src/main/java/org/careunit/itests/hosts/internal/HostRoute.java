package org.careunit.itests.hosts.internal;

import java.util.function.UnaryOperator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.LanguageResolver;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What a host does with its own Camel: a route with components, languages and type converters, found the way
 * camel-core-osgi finds them. To be asked before, beside and after Careunit.
 */
@Component(
        service = UnaryOperator.class,
        immediate = true,
        reference = {
            // the tracker registers these a moment after the bundle has become active
            @Reference(name = "direct", service = ComponentResolver.class, target = "(component=direct)"),
            @Reference(name = "simple", service = LanguageResolver.class, target = "(language=simple)"),
        })
public final class HostRoute implements UnaryOperator<String> {

    private final DefaultCamelContext context;

    @Activate
    public HostRoute(BundleContext bundle) throws Exception {
        context = new OsgiDefaultCamelContext(bundle);
        context.start();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:greet")
                        .convertBodyTo(byte[].class)
                        .convertBodyTo(String.class)
                        .choice()
                        .when(simple("${body} contains 'å'"))
                        .bean(Greeting.class)
                        .end()
                        .to("log:host?level=DEBUG")
                        .setBody(simple("${camelContext.version}: ${body}"));
            }
        });
    }

    /** Says hello to a name with an å in it, and has the other names as they are. */
    @Override
    public String apply(String name) {
        return context.createProducerTemplate().requestBody("direct:greet", name, String.class);
    }

    @Deactivate
    void stop() {
        context.stop();
    }

    /** A bean for the route. */
    public static final class Greeting {

        public String greet(String name) {
            return "hello " + name;
        }
    }
}
