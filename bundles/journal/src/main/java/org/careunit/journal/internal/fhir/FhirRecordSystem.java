package org.careunit.journal.internal.fhir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpConstants;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;
import org.careunit.journal.internal.answers.RecordSystemClient;

/** A record system that speaks FHIR: sends each request of a {@link TaskExchange} through the route to its server. */
public final class FhirRecordSystem implements RecordSystemClient, TaskExchange.Server {

    /** Where the route of requests to the server begins. */
    public static final String ASK = "direct:ask-fhir-server";

    private final FhirServerAddress address;
    private final TaskExchange exchange;
    private ProducerTemplate requests;

    public FhirRecordSystem(FhirServerAddress address, Clock clock) {
        this.address = address;
        this.exchange = new TaskExchange(this, new TaskAnswers(clock));
    }

    /** Makes a context ready for the route. */
    public void prepare(CamelContext context, LongSupplier nanos) {
        FhirHttp.addTo(context, address, nanos);
        requests = context.createProducerTemplate();
    }

    /** Where the route of requests ends. */
    public String endpoint() {
        return address.base() + "?throwExceptionOnFailure=false";
    }

    @Override
    public JournalAnswer tell(CaseNotice notice) {
        return exchange.tell(notice).answer();
    }

    @Override
    public JournalAnswer check() {
        return exchange.check().answer();
    }

    @Override
    public FhirResponse send(FhirRequest request) throws IOException {
        Exchange done = requests.request(ASK, exchange -> write(request, exchange.getMessage()));
        if (done.getException() != null) {
            throw noResponse(done.getException());
        }
        Message response = done.getMessage();
        byte[] body = response.getBody() == null ? new byte[0] : response.getBody(byte[].class);
        return new FhirResponse(
                response.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class),
                headers(response),
                new String(body, StandardCharsets.UTF_8));
    }

    private void write(FhirRequest request, Message message) {
        String[] parts = request.path().split("\\?", 2);
        message.setHeader(HttpConstants.HTTP_METHOD, request.method());
        message.setHeader(HttpConstants.HTTP_PATH, parts[0]);
        if (parts.length > 1) {
            message.setHeader(HttpConstants.HTTP_QUERY, parts[1]);
        }
        request.headers().forEach(message::setHeader);
        address.login()
                .ifPresent(login ->
                        message.setHeader("Authorization", "Basic " + base64(login.user() + ":" + login.password())));
        message.setBody(request.body().isEmpty() ? null : request.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(Message response) {
        Map<String, String> headers = new HashMap<>();
        response.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return headers;
    }

    private static NoResponseException noResponse(Throwable failure) {
        JournalFault fault = JournalFault.of(failure);
        boolean isSent = causes(failure).noneMatch(FhirRecordSystem::comesBeforeSending);
        return isSent ? NoResponseException.sent(fault, failure) : NoResponseException.notSent(fault, failure);
    }

    private static boolean comesBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
