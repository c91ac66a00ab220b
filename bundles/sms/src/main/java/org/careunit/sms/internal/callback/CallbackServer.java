package org.careunit.sms.internal.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.careunit.api.failure.UnavailableException;
import org.careunit.operations.DaemonThreads;
import org.careunit.operations.connection.BoundedStream;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.routes.AdapterLog;

/**
 * HTTP server that receives receipts, as the parameters of a GET or POST, from whoever knows the secret: as the
 * parameter {@code secret} or as a bearer token. Requests without the secret get no answer at all. A receipt is
 * answered when it has been stored.
 */
public final class CallbackServer implements AutoCloseable {

    private static final String SECRET = "secret";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 16_384;
    private static final int THREADS = 16;
    private static final int WAITING = 1_000;
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    static {
        // System properties that the JDK's server reads once, when the first server is created. Values that are already
        // set are kept.
        setWhereAbsent("sun.net.httpserver.nodelay", "true");
        setWhereAbsent("sun.net.httpserver.maxReqTime", Long.toString(REQUEST.toSeconds()));
    }

    private final CallbackSettings settings;
    private final ReceiptConsumer receipts;
    private final LongAdder strangers;
    private final LongSupplier nanos;
    private HttpServer server;
    private ThreadPoolExecutor threads;

    /** Receives receipts. */
    public interface ReceiptConsumer {

        /**
         * Stores a receipt; an unreadable one is set aside.
         *
         * @throws UnavailableException if the gateway is to send it again
         */
        void take(Map<String, String> parameters);
    }

    /**
     * @param strangers counts requests without the secret
     * @param nanos like {@link System#nanoTime()}
     */
    public CallbackServer(
            CallbackSettings settings, ReceiptConsumer receipts, LongAdder strangers, LongSupplier nanos) {
        this.settings = settings;
        this.receipts = receipts;
        this.strangers = strangers;
        this.nanos = nanos;
    }

    private static void setWhereAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** @throws IOException if the port cannot be had */
    public void open() throws IOException {
        InetSocketAddress address = new InetSocketAddress(
                settings.listen().name(), settings.listen().port().orElseThrow());
        Optional<ClientCertificate> certificate = settings.certificate();
        HttpServer made = certificate.isPresent() ? secured(address, certificate.get()) : HttpServer.create(address, 0);
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                60,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING),
                DaemonThreads.named("careunit-sms-receipts"));
        threads.allowCoreThreadTimeOut(true);
        made.setExecutor(threads);
        made.createContext("/", this::handle);
        made.start();
        server = made;
    }

    private static HttpServer secured(InetSocketAddress address, ClientCertificate certificate) throws IOException {
        SSLContext context = certificate.serverContext();
        HttpsServer secure = HttpsServer.create(address, 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters modern = context.getDefaultSSLParameters();
                modern.setProtocols(PROTOCOLS);
                parameters.setSSLParameters(modern);
            }
        });
        return secure;
    }

    /** The port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try {
            answer(exchange);
        } catch (IOException gone) {
            // The gateway has closed the connection; it sends the receipt again if it needs an answer.
        } catch (RuntimeException ours) {
            // Its text may contain a telephone number.
            AdapterLog.warn(
                    "A receipt could not be taken in: " + ours.getClass().getName());
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Optional<Map<String, String>> parameters = parameters(exchange);
        if (parameters.isEmpty()) {
            strangers.increment();
            return;
        }
        exchange.sendResponseHeaders(taken(parameters.get()) ? 200 : 503, -1);
    }

    private boolean taken(Map<String, String> parameters) {
        try {
            receipts.take(parameters);
            return true;
        } catch (UnavailableException later) {
            return false;
        }
    }

    /** Empty for requests without the secret, and for requests that are no receipt. */
    private Optional<Map<String, String>> parameters(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        boolean isPost = exchange.getRequestMethod().equals("POST");
        if (!exchange.getRequestURI().getPath().equals(settings.path())
                || !(isPost || exchange.getRequestMethod().equals("GET"))
                || (query != null && query.length() > LONGEST)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>(FormParameters.read(query == null ? "" : query));
        if (isPost) {
            FormParameters.read(body(exchange)).forEach(parameters::putIfAbsent);
        }
        String given = parameters.remove(SECRET);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        boolean isKnown = (given != null && settings.secret().is(given))
                || (token != null
                        && token.startsWith(BEARER)
                        && settings.secret().is(token.substring(BEARER.length())));
        return isKnown ? Optional.of(parameters) : Optional.empty();
    }

    private String body(HttpExchange exchange) throws IOException {
        BoundedStream content =
                new BoundedStream(exchange.getRequestBody(), LONGEST, nanos, nanos.getAsLong() + REQUEST.toNanos());
        return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Waits a second for requests in progress. */
    @Override
    public void close() {
        if (server != null) {
            server.stop(1);
            threads.shutdownNow();
        }
    }
}
