package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.careunit.itests.peers.SmsFaults.Receipts;

/** An SMS gateway that takes SMS over HTTP on this machine, as Kannel's sendsms does, with faults to switch on. */
public final class SmsHttpPeer implements AutoCloseable {

    /** Where SMS are taken. */
    public static final String PATH = "/cgi-bin/sendsms";

    private static final String YES = "0: Accepted for delivery";
    private static final int SECOND = 1_000_000_000;

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger throttled = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sms-http-peer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile SmsHttpFault fault = SmsHttpFault.NONE;
    private volatile Receipts receipts = Receipts.NONE;
    private int perSecond;
    private double tokens;
    private long filled = System.nanoTime();

    private SmsHttpPeer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Begins to listen at a free port, in clear. */
    public static SmsHttpPeer open() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new SmsHttpPeer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** As {@link #open()}, with TLS. */
    public static SmsHttpPeer open(SSLContext context) throws IOException {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        return new SmsHttpPeer(secure);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What it does from the next request on. */
    public void show(SmsHttpFault shown) {
        fault = shown;
    }

    /** When receipts come, and how. */
    public void send(Receipts when) {
        receipts = when;
    }

    /** Takes so many SMS a second, and answers 429 to the rest; 0 for no limit. */
    public synchronized void limit(int sms) {
        perSecond = sms;
    }

    /** How many SMS were refused because there were too many. */
    public int throttled() {
        return throttled.get();
    }

    /** The parameters of the SMS that were taken, oldest first. */
    public List<Map<String, String>> received() {
        return List.copyOf(received);
    }

    /** The requests that came, as method and query or body, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * Sends a receipt to where an SMS asked for it.
     *
     * @param state Kannel's number: 1 delivered, 2 not, 4 and 8 stages, 16 refused
     * @param text what the network said
     * @return the status of the answer; 0 for none
     */
    public int report(Map<String, String> sms, int state, String text) {
        String url = sms.getOrDefault("dlr-url", "");
        return url.isEmpty()
                ? 0
                : call(url.replace("%d", Integer.toString(state)).replace("%A", URLEncoder.encode(text, UTF_8)));
    }

    /** Calls an address; 0 where there is no answer. */
    public int call(String url) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nothing) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String written = query == null ? body : query;
        requests.add(exchange.getRequestMethod() + " " + written);
        switch (fault) {
            case BAD_REQUEST -> respond(exchange, 400, "Malformed parameters, rejected");
            case LOGIN -> respond(exchange, 403, "Authorization failed for sendsms");
            case ELSEWHERE -> respond(exchange, 404, "");
            case BROKEN -> respond(exchange, 500, "<h1>500</h1>");
            case UNAVAILABLE -> respond(exchange, 503, "Temporal failure, try again later.");
            case REFUSAL -> respond(exchange, 202, "4: Invalid parameter");
            case PAGE -> respond(exchange, 200, "<html>Logga in</html>");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + PATH);
                respond(exchange, 302, "");
            }
            default -> take(exchange, written);
        }
    }

    private void take(HttpExchange exchange, String written) throws IOException {
        Map<String, String> sms = parameters(written);
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            respond(exchange, 404, "");
        } else if (sms.getOrDefault("to", "").isEmpty()) {
            respond(exchange, 400, "Missing receiver number, rejected");
        } else if (isTooFast()) {
            respond(exchange, 429, "");
        } else {
            received.add(sms);
            accept(exchange, sms);
        }
    }

    private void accept(HttpExchange exchange, Map<String, String> sms) throws IOException {
        Receipts when = receipts;
        if (when == Receipts.FIRST) {
            report(sms, 8, "");
            report(sms, 1, "");
        }
        switch (fault) {
            case SILENCE -> LockSupport.parkNanos(20L * SECOND);
            case LOST -> exchange.close();
            case MEGABYTE -> respond(exchange, 202, YES + "x".repeat(1_000_000));
            case SLOW -> drip(exchange);
            default -> respond(exchange, 202, YES);
        }
        if (when == Receipts.AFTER || when == Receipts.TWICE) {
            threads.execute(() -> report(sms, 1, ""));
        }
        if (when == Receipts.TWICE) {
            threads.execute(() -> report(sms, 1, ""));
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, YES.length());
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte octet : YES.getBytes(UTF_8)) {
                out.write(octet);
                out.flush();
                LockSupport.parkNanos(SECOND / 10);
            }
        }
    }

    private synchronized boolean isTooFast() {
        if (perSecond == 0) {
            return false;
        }
        long now = System.nanoTime();
        tokens = Math.min(perSecond / 10.0, tokens + (now - filled) * (double) perSecond / SECOND);
        filled = now;
        if (tokens < 1) {
            throttled.incrementAndGet();
            return true;
        }
        tokens--;
        return false;
    }

    /** The header of a part is octets, all else UTF-8. */
    private static Map<String, String> parameters(String written) {
        Map<String, String> parameters = new HashMap<>();
        for (String one : written.split("&")) {
            int at = one.indexOf('=');
            if (at > 0) {
                Charset octets = one.startsWith("udh=") ? StandardCharsets.ISO_8859_1 : UTF_8;
                parameters.put(one.substring(0, at), URLDecoder.decode(one.substring(at + 1), octets));
            }
        }
        return parameters;
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
