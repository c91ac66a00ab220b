package org.careunit.sms.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.DeliveryResult;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.OutgoingSms;
import org.careunit.api.gateways.SmsGateway;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.careunit.sms.internal.SmsSettings.Gateway;
import org.careunit.sms.internal.SmsSettings.Transport;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** SMS gateway over the configured protocol. */
@Component(service = {SmsGateway.class, RoutedSmsGateway.class})
public final class RoutedSmsGateway implements SmsGateway {

    /** Between two attempts while the channel rests. */
    public static final Duration REST = Duration.ofSeconds(60);

    /** After so many failures in a row a gateway without a kept connection rests. */
    private static final int PATIENCE = 3;

    private final RunningRoutes routes;
    private final Optional<Gateway> gateway;
    private final SmsMetrics metrics;
    private final ChannelState state;
    private final List<Runnable> onRecovery = new CopyOnWriteArrayList<>();
    private final Runnable stopListening;

    @Activate
    public RoutedSmsGateway(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + SmsRoutes.ADAPTER + ")") RunningRoutes routes,
            @Reference SmsRoutes adapter,
            @Reference SmsMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this(routes, adapter, metrics, clock, System::nanoTime);
    }

    public RoutedSmsGateway(
            RunningRoutes routes, SmsRoutes adapter, SmsMetrics metrics, Clock clock, LongSupplier nanos) {
        this.routes = routes;
        this.gateway = adapter.settings().gateway();
        this.metrics = metrics;
        this.state = gateway.isPresent()
                ? ChannelState.of(
                        "SMS through " + server(),
                        "Messages wait; it is tried again by itself, and by careunit:sms-check.",
                        clock,
                        nanos,
                        gateway.get().transport() instanceof Transport.Http ? PATIENCE : 1,
                        REST)
                : ChannelState.notSetUp(SmsRoutes.NOT_SET_UP);
        this.stopListening = adapter.link().listen(fault -> fault.ifPresentOrElse(state::failed, this::works));
    }

    @Deactivate
    public void stop() {
        stopListening.run();
    }

    @Override
    public DeliveryResult send(OutgoingSms sms) {
        if (gateway.filter(known -> !known.countries().allow(sms.to())).isPresent()) {
            SmsAnswer abroad = SmsAnswer.replied(
                    DeliveryStatus.NOT_ALLOWED, "no SMS may go to the number's country ('countries' in careunit.sms)");
            metrics.count(abroad, 0);
            return new DeliveryResult(abroad.delivery(), abroad.words());
        }
        try {
            state.enter();
            long begin = System.nanoTime();
            SmsAnswer answer = request(sms);
            metrics.count(answer, System.nanoTime() - begin);
            if (answer.isAccepted() && state.fault().isEmpty()) {
                state.answered();
            }
            return new DeliveryResult(answer.delivery(), answer.words(), answer.parts());
        } catch (UnavailableException rests) {
            return new DeliveryResult(DeliveryStatus.UNAVAILABLE, rests.getMessage());
        }
    }

    private SmsAnswer request(OutgoingSms sms) {
        try {
            return routes.request(SmsRoutes.SEND_SMS, sms, Map.of(), SmsAnswer.class);
        } catch (RoutesStoppedException e) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "The way to the SMS gateway is being closed");
        } catch (RouteFailedException e) {
            if (e.getCause() instanceof UnavailableException notSetUp) {
                throw notSetUp;
            }
            return e.isOurFault()
                    ? SmsAnswer.replied(DeliveryStatus.TECHNICAL_FAILURE, e.ourFault())
                    : SmsAnswer.connectionFailed(SmsFault.LOST, true);
        }
    }

    private void works() {
        state.answered();
        onRecovery.forEach(Runnable::run);
    }

    /**
     * Checks whether the gateway answers, also while the channel rests.
     *
     * @throws UnavailableException if it is not; the message says why and what to do
     */
    public void check() {
        Optional<SmsFault> fault = asked();
        fault.ifPresent(found -> {
            state.failed(found);
            throw new UnavailableException(
                    UnavailableProblem.GATEWAY, "The SMS gateway: " + found.what() + "; " + found.advice() + ".");
        });
        works();
    }

    private Optional<SmsFault> asked() {
        try {
            Optional<?> found = routes.request(SmsRoutes.CHECK_GATEWAY, null, Map.of(), Optional.class);
            return found.map(SmsFault.class::cast);
        } catch (RoutesStoppedException e) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "The way to the SMS gateway is being closed");
        } catch (RouteFailedException e) {
            throw e.getCause() instanceof UnavailableException notSetUp
                    ? notSetUp
                    : new UnavailableException(UnavailableProblem.GATEWAY, "The SMS gateway could not be asked");
        }
    }

    @Override
    public Runnable onRecovery(Runnable listener) {
        onRecovery.add(listener);
        return () -> onRecovery.remove(listener);
    }

    @Override
    public boolean isSetUp() {
        return gateway.isPresent();
    }

    /** The SMS gateway, as it is shown. */
    public String server() {
        return gateway.map(Gateway::address).orElse("");
    }

    public ChannelState state() {
        return state;
    }
}
