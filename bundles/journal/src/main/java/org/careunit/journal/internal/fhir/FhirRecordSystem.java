package org.careunit.journal.internal.fhir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.http.HttpRequests;
import org.careunit.http.HttpServerAddress;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;
import org.careunit.journal.internal.answers.RecordSystemClient;
import org.careunit.operations.connection.Endpoint.Login;

/** A record system that speaks FHIR: sends each request of a {@link TaskExchange} through the route to its server. */
public final class FhirRecordSystem implements RecordSystemClient, TaskExchange.Server {

    /** Where the route of requests to the server begins. */
    public static final String ASK = "direct:ask-fhir-server";

    /** In bytes: a Task and an outcome have a few thousand. */
    public static final int LONGEST_ANSWER = 500_000;

    private final HttpServerAddress address;
    private final Optional<Login> login;
    private final TaskExchange exchange;
    private ProducerTemplate requests;
    private String endpoint;

    /** @param login empty for none */
    public FhirRecordSystem(HttpServerAddress address, Optional<Login> login, Clock clock) {
        this.address = address;
        this.login = login;
        this.exchange = new TaskExchange(this, new TaskAnswers(clock));
    }

    /** Makes a context ready for the route. */
    public void prepare(CamelContext context, LongSupplier nanos) {
        endpoint = HttpRequests.prepare(context, address, nanos);
        requests = context.createProducerTemplate();
    }

    /** Where the route of requests ends. */
    public String endpoint() {
        return endpoint;
    }

    @Override
    public JournalAnswer send(CaseNotice notice) {
        return exchange.send(notice).answer();
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
                response.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                headers(response),
                new String(body, StandardCharsets.UTF_8));
    }

    private void write(FhirRequest request, Message message) {
        String[] parts = request.path().split("\\?", 2);
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, parts[0]);
        if (parts.length > 1) {
            message.setHeader(Exchange.HTTP_QUERY, parts[1]);
        }
        request.headers().forEach(message::setHeader);
        login.ifPresent(as -> message.setHeader("Authorization", "Basic " + base64(as.user() + ":" + as.password())));
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
        return HttpRequests.failedBeforeSending(failure)
                ? NoResponseException.notSent(fault, failure)
                : NoResponseException.sent(fault, failure);
    }
}
