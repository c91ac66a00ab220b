package org.careunit.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryReports;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.MailGateway;
import org.careunit.api.gateways.OutgoingMail;
import org.careunit.mail.internal.answers.SmtpAnswer;
import org.careunit.mail.internal.answers.SmtpAnswers;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Mail gateway over SMTP, through one mail server. */
@Component(service = {MailGateway.class, SmtpMailGateway.class})
public final class SmtpMailGateway implements MailGateway {

    /** Pause between two attempts while the channel rests: more attempts could lock the account. */
    public static final Duration REST = Duration.ofSeconds(60);

    private final RunningRoutes routes;
    private final MailRoutes adapter;
    private final MailMetrics metrics;
    private final Clock clock;
    private final ChannelState state;
    private final List<Runnable> onRecovery = new CopyOnWriteArrayList<>();
    private final AtomicReference<DeliveryReports> reports = new AtomicReference<>();

    @Activate
    public SmtpMailGateway(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + MailRoutes.ADAPTER + ")") RunningRoutes routes,
            @Reference MailRoutes adapter,
            @Reference MailMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this(routes, adapter, metrics, clock, System::nanoTime);
    }

    public SmtpMailGateway(
            RunningRoutes routes, MailRoutes adapter, MailMetrics metrics, Clock clock, LongSupplier nanos) {
        this.routes = routes;
        this.adapter = adapter;
        this.metrics = metrics;
        this.clock = clock;
        this.state = isSetUp()
                ? ChannelState.of(
                        "E-mail through " + server(),
                        "Messages wait; it is tried again by itself, and by careunit:mail-check.",
                        clock,
                        nanos,
                        Integer.MAX_VALUE,
                        REST)
                : ChannelState.notSetUp(MailRoutes.NOT_SET_UP);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setReports(DeliveryReports present) {
        reports.set(present);
    }

    public void unsetReports(DeliveryReports gone) {
        reports.compareAndSet(gone, null);
    }

    @Override
    public DeliveryResult send(OutgoingMail mail) {
        try {
            state.enter();
            long begin = System.nanoTime();
            SmtpAnswer answer = request(MailRoutes.SEND_MAIL, mail, token(mail));
            metrics.count(answer, System.nanoTime() - begin);
            recordAnswer(answer);
            return result(answer);
        } catch (UnavailableException rests) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, rests.getMessage());
        }
    }

    /** Without the ledger nothing could match the token later. */
    private String token(OutgoingMail mail) {
        DeliveryReports present = reports.get();
        boolean isPerMail = adapter.settings()
                .server()
                .filter(server -> server.sender().bounces().isPerMail())
                .isPresent();
        return present == null || !isPerMail ? "" : present.returnToken(mail.id());
    }

    private SmtpAnswer request(String endpoint, OutgoingMail mail, String token) {
        try {
            Map<String, Object> headers = Map.of(MailRoutes.NOW, clock.instant(), MailRoutes.TOKEN, token);
            return routes.request(endpoint, mail, headers, SmtpAnswer.class);
        } catch (RoutesStoppedException e) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "The way to the mail server is being closed");
        } catch (RouteFailedException e) {
            if (e.getCause() instanceof UnavailableException notSetUp) {
                throw notSetUp;
            }
            return SmtpAnswers.failed(e.getCause());
        }
    }

    private void recordAnswer(SmtpAnswer answer) {
        if (answer.fault().isEmpty() && answer.code() > 0) {
            boolean rested = state.fault().isPresent();
            state.answered();
            if (rested) {
                onRecovery.forEach(Runnable::run);
            }
        } else {
            answer.fault().filter(fault -> !fault.isPassing()).ifPresent(state::failed);
        }
    }

    private DeliveryResult result(SmtpAnswer answer) {
        boolean rests =
                answer.delivery() == DeliveryStatus.UNAVAILABLE && state.fault().isPresent();
        return new DeliveryResult(answer.delivery(), rests ? state.explanation() : answer.reason());
    }

    /**
     * Checks the mail server by connecting and logging in, also while the channel rests.
     *
     * @throws UnavailableException if it is not; the message says why and what to do
     */
    public void check() {
        SmtpAnswer answer = request(MailRoutes.CHECK_MAIL, null, "");
        if (answer.delivery() == DeliveryStatus.ACCEPTED) {
            state.answered();
            onRecovery.forEach(Runnable::run);
            return;
        }
        recordAnswer(answer);
        throw new UnavailableException(
                UnavailableProblem.GATEWAY,
                answer.fault()
                        .map(fault -> "The mail server: " + fault.what() + "; " + fault.advice() + ".")
                        .orElse("The mail server: " + answer.reason()));
    }

    @Override
    public Runnable onRecovery(Runnable listener) {
        onRecovery.add(listener);
        return () -> onRecovery.remove(listener);
    }

    @Override
    public boolean isSetUp() {
        return adapter.settings().server().isPresent();
    }

    /** The mail server, as it is shown. */
    public String server() {
        return adapter.settings()
                .server()
                .map(server -> server.endpoint().address())
                .orElse("");
    }

    public ChannelState state() {
        return state;
    }
}
