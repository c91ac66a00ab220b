package org.careunit.sms.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import javax.net.ssl.HostnameVerifier;
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
import org.careunit.operations.connection.Security;

/**
 * Camel's HTTP component for one SMS gateway: TLS of ours, no redirects, no cookies, no repetition by itself, and
 * answers that are read within a limit of size and time.
 */
final class SmsHttp {

    /** The longest answer, in bytes: those of gateways are a line. */
    static final int LONGEST = 100_000;

    private SmsHttp() {}

    /** Adds the component to a context. */
    static void addTo(CamelContext context, HttpGateway gateway, LongSupplier nanos) {
        HttpComponent http = new HttpComponent();
        http.setClientConnectionManager(connections(gateway));
        http.setHttpClientConfigurer(client -> restrict(client, gateway, nanos));
        http.setConnectionsPerRoute(gateway.connections());
        http.setMaxTotalConnections(gateway.connections());
        http.setConnectTimeout(gateway.connect().toMillis());
        http.setResponseTimeout(gateway.answer().toMillis());
        http.setConnectionRequestTimeout(gateway.answer().toMillis());
        http.setCookieManagementDisabled(true);
        context.addComponent(gateway.scheme(), http);
    }

    private static void restrict(HttpClientBuilder client, HttpGateway gateway, LongSupplier nanos) {
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
                        long deadline = nanos.getAsLong() + gateway.answer().toNanos();
                        response.setEntity(new Bounded(entity, nanos, deadline));
                    }
                    return response;
                });
    }

    /** The socket factory compares the host's name with the certificate's by itself, during the handshake. */
    @SuppressWarnings(
            "deprecation") // its successor wants an SSLContext, and makes sockets that do not check as ours do
    private static PoolingHttpClientConnectionManager connections(HttpGateway gateway) {
        HostnameVerifier checkedBefore = (host, session) -> true;
        RegistryBuilder<ConnectionSocketFactory> sockets = RegistryBuilder.create();
        if (gateway.endpoint().security() == Security.TLS) {
            sockets.register(
                    "https",
                    new SSLConnectionSocketFactory(gateway.endpoint().trust().socketFactory(), checkedBefore));
        } else {
            sockets.register("http", PlainConnectionSocketFactory.getSocketFactory());
        }
        Timeout answer = Timeout.ofMilliseconds(gateway.answer().toMillis());
        PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager(sockets.build());
        manager.setMaxTotal(gateway.connections());
        manager.setDefaultMaxPerRoute(gateway.connections());
        manager.setDefaultSocketConfig(
                SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(answer).build());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.ofMilliseconds(gateway.connect().toMillis()))
                .setSocketTimeout(answer)
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
