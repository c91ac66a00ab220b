package org.careunit.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.function.LongSupplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpConvertersLoader;
import org.apache.camel.component.http.HttpEntityConverterLoader;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.PlainConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.careunit.http.HttpServerAddress.Limits;
import org.careunit.operations.connection.BoundedStream;
import org.careunit.operations.connection.ConnectionFault;

/**
 * Sends requests to one HTTP server through Camel, with our TLS, without redirects, cookies or automatic retries, and
 * with limits on the size and time of responses.
 */
public final class HttpRequests {

    private HttpRequests() {}

    /**
     * Makes a context ready for a route to the server.
     *
     * @param nanos like {@link System#nanoTime()}
     * @return the endpoint that such a route ends with
     */
    public static String prepare(CamelContext context, HttpServerAddress server, LongSupplier nanos) {
        // the context has its adapter's class loader, which does not find what Camel's HTTP component brings
        context.getClassResolver().addClassLoader(HttpComponent.class.getClassLoader());
        new HttpConvertersLoader().load(context.getTypeConverterRegistry());
        new HttpEntityConverterLoader().load(context.getTypeConverterRegistry());
        context.addComponent(server.scheme(), component(server, nanos));
        return server.base() + "?throwExceptionOnFailure=false";
    }

    private static HttpComponent component(HttpServerAddress server, LongSupplier nanos) {
        Limits limits = server.limits();
        HttpComponent http = new HttpComponent();
        http.setClientConnectionManager(connections(server));
        http.setHttpClientConfigurer(client -> restrict(client, limits, nanos));
        http.setConnectionsPerRoute(limits.connections());
        http.setMaxTotalConnections(limits.connections());
        http.setConnectTimeout(limits.connect().toMillis());
        http.setResponseTimeout(limits.answer().toMillis());
        http.setConnectionRequestTimeout(limits.answer().toMillis());
        http.setCookieManagementDisabled(true);
        return http;
    }

    private static void restrict(HttpClientBuilder client, Limits limits, LongSupplier nanos) {
        client.disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Careunit")
                .addExecInterceptorLast("bounded", (request, scope, chain) -> {
                    ClassicHttpResponse response = chain.proceed(request, scope);
                    HttpEntity entity = response.getEntity();
                    if (entity != null) {
                        response.setEntity(new BoundedEntity(entity, limits, nanos));
                    }
                    return response;
                });
    }

    /** The socket factory compares the host's name with the certificate's by itself, during the handshake. */
    @SuppressWarnings("deprecation") // its successor needs an SSLContext and creates sockets without our checks
    private static PoolingHttpClientConnectionManager connections(HttpServerAddress server) {
        HostnameVerifier checkedBefore = (host, session) -> true;
        RegistryBuilder<ConnectionSocketFactory> sockets = RegistryBuilder.create();
        server.tls()
                .ifPresentOrElse(
                        factory -> sockets.register("https", new SSLConnectionSocketFactory(factory, checkedBefore)),
                        () -> sockets.register("http", PlainConnectionSocketFactory.getSocketFactory()));
        Limits limits = server.limits();
        Timeout answer = Timeout.ofMilliseconds(limits.answer().toMillis());
        PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(sockets.build());
        manager.setMaxTotal(limits.connections());
        manager.setDefaultMaxPerRoute(limits.connections());
        manager.setDefaultSocketConfig(
                SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(answer).build());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(limits.connect().toMillis()))
                .setSocketTimeout(answer)
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                .build());
        return manager;
    }

    /** Whether a request failed before anything of it was sent, so that the server cannot have carried it out. */
    public static boolean failedBeforeSending(Throwable failure) {
        return ConnectionFault.causes(failure).anyMatch(HttpRequests::comesBeforeSending);
    }

    private static boolean comesBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException;
    }

    /** A response's content, which ends with an error where it is too long or comes too slowly. */
    private static final class BoundedEntity extends HttpEntityWrapper {

        private final int longest;
        private final LongSupplier nanos;
        private final long deadline;

        BoundedEntity(HttpEntity entity, Limits limits, LongSupplier nanos) {
            super(entity);
            this.longest = limits.longestAnswer();
            this.nanos = nanos;
            this.deadline = nanos.getAsLong() + limits.answer().toNanos();
        }

        /** Unknown, so that no memory is allocated for a length that a header claims. */
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public InputStream getContent() throws IOException {
            InputStream content = super.getContent();
            return content == null ? null : new BoundedStream(content, longest, nanos, deadline);
        }
    }
}
