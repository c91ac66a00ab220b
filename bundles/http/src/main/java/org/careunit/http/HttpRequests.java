package org.careunit.journal.internal.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.client5.http.socket.PlainConnectionSocketFactory;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.careunit.operations.connection.BoundedStream;

/**
 * Camel's HTTP component for one FHIR server: TLS of ours, no redirects, no cookies, no repetition by itself, and
 * responses that are read within a limit of size and time.
 */
final class FhirHttp {

    /** The longest response, in bytes: a Task and an outcome have a few thousand. */
    static final int LONGEST = 500_000;

    private FhirHttp() {}

    /** Adds the component to a context, under both of its schemes. */
    static void addTo(CamelContext context, FhirServerAddress server, LongSupplier nanos) {
        HttpComponent http = new HttpComponent();
        http.setClientConnectionManager(connections(server));
        http.setHttpClientConfigurer(client -> restrict(client, server, nanos));
        http.setConnectionsPerRoute(server.connections());
        http.setMaxTotalConnections(server.connections());
        http.setConnectTimeout(server.connect().toMillis());
        http.setResponseTimeout(server.answer().toMillis());
        http.setConnectionRequestTimeout(server.answer().toMillis());
        http.setCookieManagementDisabled(true);
        context.addComponent(server.scheme(), http);
    }

    private static Timeout timeout(long millis) {
        return Timeout.ofMilliseconds(millis);
    }

    private static void restrict(HttpClientBuilder client, FhirServerAddress server, LongSupplier nanos) {
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
                        response.setEntity(new Bounded(
                                entity,
                                nanos,
                                nanos.getAsLong() + server.answer().toNanos()));
                    }
                    return response;
                });
    }

    /** The socket factory compares the host's name with the certificate's by itself, during the handshake. */
    @SuppressWarnings(
            "deprecation") // its successor wants an SSLContext, and makes sockets that do not check as ours do
    private static PoolingHttpClientConnectionManager connections(FhirServerAddress server) {
        HostnameVerifier checkedBefore = (host, session) -> true;
        RegistryBuilder<ConnectionSocketFactory> sockets = RegistryBuilder.create();
        Optional<SSLSocketFactory> tls = server.tls();
        tls.ifPresentOrElse(
                factory -> sockets.register("https", new SSLConnectionSocketFactory(factory, checkedBefore)),
                () -> sockets.register("http", PlainConnectionSocketFactory.getSocketFactory()));
        PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(sockets.build());
        manager.setMaxTotal(server.connections());
        manager.setDefaultMaxPerRoute(server.connections());
        manager.setDefaultSocketConfig(SocketConfig.custom()
                .setTcpNoDelay(true)
                .setSoTimeout(timeout(server.answer().toMillis()))
                .build());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(server.connect().toMillis()))
                .setSocketTimeout(timeout(server.answer().toMillis()))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                .build());
        return manager;
    }

    /** A response's content, which ends with an error where it is too long or comes too slowly. */
    private static final class Bounded extends HttpEntityWrapper {

        private final LongSupplier nanos;
        private final long deadline;

        Bounded(HttpEntity entity, LongSupplier nanos, long deadline) {
            super(entity);
            this.nanos = nanos;
            this.deadline = deadline;
        }

        /** Not known in advance, so that nobody allocates what a header promises. */
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public InputStream getContent() throws IOException {
            InputStream content = super.getContent();
            return content == null ? null : new BoundedStream(content, LONGEST, nanos, deadline);
        }
    }
}
