package org.careunit.itests.adapter.internal;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppConstants;
import org.careunit.operations.configuration.Configuration;
import org.careunit.routes.AdapterRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Camel routes to the SMS centre. */
@Component(configurationPid = SmppConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmppConfig.class)
public final class SmppRoutes implements AdapterRoutes {

    static final String ADAPTER = "itests.adapter";
    static final String SEND_TEXT = "direct:send-text";
    static final String NUMBER = "number";

    private final Configuration config;

    @Activate
    public SmppRoutes(Map<String, Object> given) {
        config = Configuration.of(SmppConfig.PID, SmppConfig.class, given);
    }

    @Override
    public String name() {
        return ADAPTER;
    }

    /** The account goes to the component and not into an address, where it could be read. */
    @Override
    public void prepare(CamelContext context) {
        SmppConfiguration account = new SmppConfiguration();
        account.setPassword(config.secret(".password"));
        account.setTransactionTimer(config.number("answerMillis", 1, 300_000));
        context.addComponent("smpp", new SmppComponent(account));
    }

    @Override
    public RouteBuilder routes() {
        String centre =
                "smpp:" + config.text("systemId") + "@" + config.text("host") + ":" + config.number("port", 1, 65_535);
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(SEND_TEXT)
                        .routeId("send-text")
                        .setHeader(SmppConstants.DEST_ADDR, header(NUMBER))
                        .to(centre)
                        .setBody(simple("${header." + SmppConstants.ID + "[0]}"));
            }
        };
    }
}
