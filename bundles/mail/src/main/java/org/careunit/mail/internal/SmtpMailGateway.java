package org.careunit.mail.internal;

import java.time.Clock;
import java.util.Map;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** E-mail through one mail server. */
@Component(service = {MailGateway.class, SmtpMailGateway.class})
public final class SmtpMailGateway implements MailGateway {

    private final RunningRoutes routes;
    private final MailRoutes adapter;
    private final MailFigures figures;
    private final Clock clock;
    private final Standing standing;

    @Activate
    public SmtpMailGateway(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + MailRoutes.ADAPTER + ")") RunningRoutes routes,
            @Reference MailRoutes adapter,
            @Reference MailFigures figures,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this.routes = routes;
        this.adapter = adapter;
        this.figures = figures;
        this.clock = clock;
        this.standing = new Standing(adapter.server(), clock);
    }

    @Override
    public DeliveryResult send(OutgoingMail mail) {
        try {
            standing.enter();
            long begin = System.nanoTime();
            SmtpAnswer answer = attempt(mail);
            figures.count(answer, System.nanoTime() - begin);
            standing.learn(answer);
            return result(answer, mail);
        } catch (UnavailableException rests) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, rests.getMessage());
        }
    }

    private SmtpAnswer attempt(OutgoingMail mail) {
        try {
            return SmtpAnswers.accepted(
                    routes.request(MailRoutes.SEND_MAIL, mail, Map.of(MailRoutes.NOW, clock.instant()), String.class));
        } catch (RoutesStoppedException e) {
            throw new UnavailableException("The way to the mail server is being closed");
        } catch (RouteFailedException e) {
            return answer(e);
        }
    }

    private static SmtpAnswer answer(RouteFailedException failure) {
        if (failure.getCause() instanceof UnavailableException notSetUp) {
            throw notSetUp;
        }
        return SmtpAnswers.failed(failure.getCause());
    }

    private DeliveryResult result(SmtpAnswer answer, OutgoingMail mail) {
        String reason = answer.status() == DeliveryStatus.UNAVAILABLE ? standing.explanation() : reason(answer, mail);
        return new DeliveryResult(answer.status(), reason);
    }

    private static String reason(SmtpAnswer answer, OutgoingMail mail) {
        return answer.text().isEmpty()
                ? "The mail server: " + answer.trouble().what()
                : Scrubbed.of(answer.text(), mail);
    }

    /**
     * Connects, logs in and asks whether the mail server is there, also while the channel rests.
     *
     * @throws UnavailableException if it is not; the message says why and what to do
     */
    void check() {
        try {
            routes.request(MailRoutes.CHECK_MAIL, null, Map.of(), Object.class);
            standing.answers();
        } catch (RoutesStoppedException e) {
            throw new UnavailableException("The way to the mail server is being closed");
        } catch (RouteFailedException e) {
            SmtpAnswer answer = answer(e);
            standing.learn(answer);
            throw new UnavailableException("The mail server: "
                    + answer.trouble().what() + ". " + answer.trouble().advice() + ". " + Scrubbed.of(answer.text()));
        }
    }

    @Override
    public boolean isSetUp() {
        return adapter.isSetUp();
    }

    /** The mail server, as it is shown. */
    String server() {
        return adapter.server();
    }

    Standing standing() {
        return standing;
    }
}
