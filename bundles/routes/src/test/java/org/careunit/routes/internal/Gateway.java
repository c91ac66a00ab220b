package org.careunit.routes.internal;

import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/** A component whose producers connect when they start, as camel-smpp's do. */
final class Gateway extends DefaultComponent {

    /** What happens to one who connects. */
    interface Line {
        void connect() throws Exception;
    }

    static final Line UP = () -> {};

    static final Line DOWN = () -> {
        throw new ConnectException("Connection refused");
    };

    private volatile Line line;

    Gateway(Line line) {
        this.line = line;
    }

    void becomes(Line next) {
        line = next;
    }

    /** A line that lets nobody through before {@code open} is complete, and cannot be interrupted. */
    static Line deafUntil(CompletableFuture<Void> open, CountDownLatch connecting) {
        return () -> {
            connecting.countDown();
            open.join();
        };
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new GatewayEndpoint(uri);
    }

    private final class GatewayEndpoint extends DefaultEndpoint {

        GatewayEndpoint(String uri) {
            super(uri, Gateway.this);
        }

        @Override
        public Producer createProducer() {
            return new GatewayProducer(this);
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException("only sends");
        }
    }

    private final class GatewayProducer extends DefaultAsyncProducer {

        GatewayProducer(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            line.connect();
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            exchange.getMessage().setBody("accepted " + exchange.getMessage().getBody());
            callback.done(true);
            return true;
        }
    }
}
