package org.careunit.sms.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.careunit.http.HttpRequests;
import org.careunit.operations.connection.BoundedStream.TooLongException;
import org.careunit.operations.connection.ConnectionFault;
import org.careunit.sms.internal.answers.SmsAnswer;
import org.careunit.sms.internal.answers.SmsFault;
import org.careunit.sms.internal.sending.LinkState;
import org.careunit.sms.internal.sending.OutgoingPart;
import org.careunit.sms.internal.sending.PartLink;

/** Hands parts to a gateway over HTTP, one request each, through the route to it. Safe for use by many threads. */
public final class HttpPartLink implements PartLink {

    /** Where the route of requests to the gateway begins. */
    public static final String ASK = "direct:ask-sms-gateway";

    private static final int SERVER_ERROR = 500;

    private final HttpGateway gateway;
    private final LinkState state;
    private volatile boolean works;
    private ProducerTemplate requests;
    private String endpoint;

    public HttpPartLink(HttpGateway gateway, LinkState state) {
        this.gateway = gateway;
        this.state = state;
    }

    /** Makes a context ready for the route. */
    public void prepare(CamelContext context, LongSupplier nanos) {
        endpoint = HttpRequests.prepare(context, gateway.server(), nanos);
        requests = context.createProducerTemplate();
    }

    /** Where the route of requests ends. */
    public String endpoint() {
        return endpoint;
    }

    @Override
    public Attempt submit(OutgoingPart part) {
        Exchange done = requested(gateway.request().of(part));
        Attempt attempt = done.getException() == null
                ? gateway.answers().of(status(done), body(done), part.name().toString())
                : Attempt.of(failed(done.getException()));
        report(attempt.answer().fault());
        return attempt;
    }

    /** Checks by a request with the login and no SMS: any answer about the SMS means that the connection works. */
    @Override
    public Optional<SmsFault> check() {
        Exchange done = requested(gateway.request().ofNothing());
        Optional<SmsFault> fault = done.getException() == null
                ? HttpAnswers.fault(status(done))
                        .or(() -> status(done) >= SERVER_ERROR ? Optional.of(SmsFault.NONSENSE) : Optional.empty())
                : failed(done.getException()).fault();
        report(fault);
        return fault;
    }

    /** Success is reported after a fault only. */
    private void report(Optional<SmsFault> fault) {
        if (fault.isPresent() || !works) {
            works = fault.isEmpty();
            state.report(fault);
        }
    }

    private Exchange requested(String written) {
        return requests.request(ASK, exchange -> write(written, exchange.getMessage()));
    }

    private void write(String written, Message message) {
        RequestForm form = gateway.request();
        message.setHeader(Exchange.HTTP_METHOD, form.isPost() ? "POST" : "GET");
        if (form.isPost()) {
            message.setHeader(Exchange.CONTENT_TYPE, form.contentType());
            message.setBody(written.getBytes(StandardCharsets.UTF_8));
        } else {
            message.setHeader(Exchange.HTTP_RAW_QUERY, written);
        }
        if (!form.holdsLogin()) {
            gateway.endpoint()
                    .login()
                    .ifPresent(login -> message.setHeader(
                            "Authorization", "Basic " + base64(login.user() + ":" + login.password())));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(Exchange done) {
        return done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static String body(Exchange done) {
        byte[] body = done.getMessage().getBody(byte[].class);
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static SmsAnswer failed(Throwable failure) {
        if (ConnectionFault.isCausedBy(failure, TooLongException.class)) {
            return SmsAnswer.connectionFailed(SmsFault.NONSENSE, true);
        }
        boolean isSent = !HttpRequests.failedBeforeSending(failure);
        return SmsAnswer.connectionFailed(SmsFault.of(failure), isSent);
    }
}
