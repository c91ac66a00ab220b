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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A record system that takes FHIR R4 Tasks by HTTP on this machine, with faults to switch on. */
public final class FhirPeer implements AutoCloseable {

    /** Where its base address is. */
    public static final String PATH = "/fhir/r4";

    private static final int MEGABYTE = 1_000_000;

    private final HttpServer server;
    private final FhirTasks tasks = new FhirTasks();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fhir-peer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile FhirFault fault = FhirFault.NONE;

    /** A request that came; without its body. */
    public record Request(String method, String path, Optional<String> condition, Optional<String> authorization) {}

    private FhirPeer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Begins to listen at a free port, in clear. */
    public static FhirPeer open() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new FhirPeer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** As {@link #open()}, with TLS. */
    public static FhirPeer open(SSLContext context) throws IOException {
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FhirPeer(secure);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** What it does from the next request on. */
    public void show(FhirFault shown) {
        fault = shown;
    }

    /** The Tasks it has, for tests to look at and to change. */
    public FhirTasks tasks() {
        return tasks;
    }

    /** The requests that came, oldest first. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(request(exchange));
        FhirFault shown = fault;
        switch (shown) {
            case LOGIN -> respond(exchange, FhirTasks.Response.of(401));
            case ELSEWHERE -> respond(exchange, FhirTasks.Response.of(404));
            case UNAVAILABLE -> respond(exchange, FhirTasks.Response.of(503));
            case THROTTLED -> respond(exchange, FhirTasks.Response.of(429).with("Retry-After", "7"));
            case INVALID -> respond(exchange, FhirTasks.invalid(body));
            case PAGE -> respond(exchange, FhirTasks.Response.of(200).saying("<html>Logga in</html>"));
            default -> carryOut(exchange, body, shown);
        }
    }

    private void carryOut(HttpExchange exchange, String body, FhirFault shown) throws IOException {
        if (shown == FhirFault.CONFLICT && exchange.getRequestMethod().equals("PUT")) {
            respond(exchange, FhirTasks.Response.of(409));
            return;
        }
        FhirTasks.Response response = response(exchange, body);
        if (shown == FhirFault.LOST) {
            exchange.close();
        } else if (shown == FhirFault.MEGABYTE) {
            respond(exchange, response.saying("x".repeat(MEGABYTE)));
        } else if (shown != FhirFault.SILENCE) {
            respond(exchange, response);
        }
    }

    private static Request request(HttpExchange exchange) {
        Optional<String> condition = header(exchange, "If-Match").or(() -> header(exchange, "If-None-Exist"));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                condition,
                header(exchange, "Authorization"));
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private FhirTasks.Response response(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        if (!path.startsWith(PATH + "/Task")) {
            return FhirTasks.Response.of(404);
        }
        String id = path.substring((PATH + "/Task").length()).replaceFirst("^/", "");
        return switch (exchange.getRequestMethod()) {
            case "POST" -> tasks.create(body, header(exchange, "If-None-Exist").orElse(""));
            case "PUT" -> tasks.change(id, body, header(exchange, "If-Match").orElse(""));
            case "GET" -> tasks.search(exchange.getRequestURI().getRawQuery());
            default -> FhirTasks.Response.of(405);
        };
    }

    private static void respond(HttpExchange exchange, FhirTasks.Response response) throws IOException {
        byte[] body = response.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
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
