package org.careunit.mail.internal.mailbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.failure.UnavailableProblem;
import org.careunit.api.gateways.ReturnedMails;
import org.careunit.mail.internal.SentMails;
import org.careunit.mail.internal.bounces.BounceProcessor;
import org.careunit.mail.internal.bounces.BounceResult;
import org.careunit.mail.internal.bounces.BounceResult.Disposal;
import org.careunit.mail.internal.mailbox.BounceRoutes.Answer;
import org.careunit.routes.ChannelState;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads returned mails from one mailbox over IMAP. */
@Component(service = {ReturnedMails.class, ImapReturnedMails.class})
public final class ImapReturnedMails implements ReturnedMails {

    private static final Logger LOG = LoggerFactory.getLogger(ImapReturnedMails.class);

    /** Between two attempts while the channel rests: more would lock the account. */
    private static final Duration REST = Duration.ofSeconds(60);

    /** How long one reading lasts; what is left is read by the next. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final RunningRoutes routes;
    private final BounceRoutes adapter;
    private final BounceProcessor processor;
    private final BounceMetrics metrics;
    private final Clock clock;
    private final ChannelState state;

    @Activate
    public ImapReturnedMails(
            @Reference(target = "(" + RunningRoutes.ADAPTER + "=" + BounceRoutes.ADAPTER + ")") RunningRoutes routes,
            @Reference BounceRoutes adapter,
            @Reference SentMails mails,
            @Reference BounceMetrics metrics,
            @Reference(target = "(careunit=internal)") Clock clock) {
        this(routes, adapter, mails.processor(), metrics, new Time(clock, System::nanoTime));
    }

    /** The time of day, and the time that passes. */
    record Time(Clock clock, LongSupplier nanos) {}

    ImapReturnedMails(
            RunningRoutes routes, BounceRoutes adapter, BounceProcessor processor, BounceMetrics metrics, Time time) {
        this.routes = routes;
        this.adapter = adapter;
        this.processor = processor;
        this.metrics = metrics;
        this.clock = time.clock();
        this.state = isSetUp()
                ? ChannelState.of(
                        "The mailbox at " + server(),
                        "E-mail that comes back waits there; it is tried again by itself, and by"
                                + " careunit:bounce-check.",
                        time.clock(),
                        time.nanos(),
                        Integer.MAX_VALUE,
                        REST)
                : ChannelState.notSetUp(BounceRoutes.NOT_SET_UP);
    }

    @Override
    public boolean isSetUp() {
        return adapter.settings().mailbox().isPresent();
    }

    @Override
    public Duration pause() {
        return adapter.settings().mailbox().map(MailboxSettings.Mailbox::pause).orElse(REST);
    }

    @Override
    public boolean collect(BooleanSupplier goOn) {
        state.enter();
        long begin = System.nanoTime();
        BooleanSupplier inTime = () -> System.nanoTime() - begin < SLICE.toNanos() && goOn.getAsBoolean();
        Answer answer = request(BounceRoutes.READ, new BounceRoutes.Request(this::read, inTime));
        recordAnswer(answer);
        return !answer.isAllRead();
    }

    private Disposal read(byte[] mail, String place) {
        BounceResult processed = processed(mail, source(mail, place));
        metrics.count(processed, clock);
        if (processed.isConflict() || processed.isBlocked()) {
            LOG.warn("A mail that came back: {} (message {})", processed.why(), processed.message());
        } else {
            LOG.debug("A mail that came back: {} (message {})", processed.why(), processed.message());
        }
        return processed.disposal();
    }

    /** A mail that causes an exception is set aside, so that it does not block others. */
    private BounceResult processed(byte[] mail, String source) {
        try {
            return processor.process(mail, source);
        } catch (UnavailableException later) {
            throw later;
        } catch (RuntimeException ours) {
            LOG.warn(
                    "A mail that came back could not be judged and is set aside: {}",
                    ours.getClass().getName());
            return BounceResult.broken();
        }
    }

    /** The same for the same mail at the same place, and for no other. */
    private String source(byte[] mail, String place) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((server() + '/' + place + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(mail));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer request(String endpoint, Object body) {
        try {
            return routes.request(endpoint, body, Map.of(), Answer.class);
        } catch (RoutesStoppedException e) {
            throw new UnavailableException(UnavailableProblem.GATEWAY, "The way to the mailbox is being closed");
        } catch (RouteFailedException e) {
            if (e.getCause() instanceof UnavailableException later) {
                throw later;
            }
            throw e;
        }
    }

    private void recordAnswer(Answer answer) {
        if (answer.fault() == null) {
            state.answered();
            metrics.contents(answer.contents());
        } else {
            state.failed(answer.fault());
            throw new UnavailableException(UnavailableProblem.GATEWAY, state.explanation());
        }
    }

    /**
     * Checks the mailbox by connecting, logging in and counting, also while the channel rests.
     *
     * @throws UnavailableException if that is not possible; the message says why and what to do
     */
    public void check() {
        recordAnswer(request(BounceRoutes.CHECK, null));
    }

    /** The IMAP server, as it is shown. */
    public String server() {
        return adapter.settings()
                .mailbox()
                .map(mailbox -> mailbox.endpoint().address())
                .orElse("");
    }

    ChannelState state() {
        return state;
    }
}
