package org.careunit.mail.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.careunit.operations.Health;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether e-mail goes out, from what the last attempts brought; it makes none of its own. */
@Component(property = {HealthCheck.NAME + "=mail", HealthCheck.TAGS + "=" + Health.TAG})
public final class MailHealth implements HealthCheck {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile MailRoutes adapter;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SmtpMailGateway gateway;

    @Override
    public Result execute() {
        MailRoutes routes = adapter;
        if (routes == null || !routes.isSetUp()) {
            return Health.warn("E-mail is not set up; messages wait. Name the mail server in 'host' of careunit.mail.");
        }
        if (!routes.fault().isEmpty()) {
            return Health.critical("The configuration careunit.mail is wrong: " + routes.fault() + ". Mend it.");
        }
        SmtpMailGateway open = gateway;
        return open == null
                ? Health.down("E-mail waits until its routes run and the store is open; the log says what is missing.")
                : standing(routes.server(), open.standing());
    }

    private static Result standing(String server, Standing standing) {
        Trouble trouble = standing.trouble();
        if (trouble.closesTheChannel()) {
            return Health.critical(standing.explanation());
        }
        if (trouble != Trouble.NONE) {
            return Health.down(standing.explanation());
        }
        return Health.ok(standing.lastAccepted()
                .map(at -> "The last message was taken by " + server + " at " + at + ".")
                .orElse("No message was sent yet; careunit:mail-check tries " + server + "."));
    }
}
