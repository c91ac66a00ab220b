package org.careunit.routes.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.impl.DefaultCamelContext;
import org.careunit.routes.AdapterRoutes;
import org.careunit.routes.RouteFailedException;
import org.careunit.routes.RoutesStoppedException;
import org.careunit.routes.RunningRoutes;

/** A started Camel context with one adapter's routes, until it is closed. */
final class AdapterContext implements RunningRoutes, AutoCloseable {

    private final DefaultCamelContext context;
    private final RouteWatch watch;
    private final ProducerTemplate template;
    private final ExecutorService threads;

    private AdapterContext(DefaultCamelContext context, RouteWatch watch, AdapterThreads threads) {
        this.context = context;
        this.threads = Executors.newCachedThreadPool(threads);
        this.watch = watch;
        this.template = context.createProducerTemplate();
    }

    /**
     * Starts an adapter's routes, all of them or none.
     *
     * @param changed called when one of the routes starts or stops, by any thread
     * @throws Exception whatever keeps the routes from running; nothing is left behind then
     */
    static AdapterContext start(AdapterRoutes adapter, Runnable changed) throws Exception {
        DefaultCamelContext context =
                PlainContext.create(adapter.name(), adapter.getClass().getClassLoader());
        RouteWatch watch = new RouteWatch(changed);
        context.addRoutePolicyFactory(watch);
        AdapterContext started = new AdapterContext(context, watch, new AdapterThreads(adapter));
        try {
            adapter.prepare(context);
            context.start();
            context.addRoutes(adapter.routes()); // after the start: a context that fails to start says so with an ERROR
            return started;
        } catch (Throwable e) {
            started.close();
            throw e;
        }
    }

    boolean allRun() {
        return watch.allRun();
    }

    @Override
    public <T> T request(String endpoint, Object body, Map<String, Object> headers, Class<T> answer) {
        Exchange exchange = send(endpoint, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeaders(new HashMap<>(headers));
        });
        Exception failure = exchange.getException();
        if (failure instanceof RejectedExecutionException || failure instanceof DirectConsumerNotAvailableException) {
            throw new RoutesStoppedException(context.getName(), endpoint, failure);
        }
        if (failure != null) {
            throw new RouteFailedException(context.getName(), endpoint, failure);
        }
        return answer(endpoint, exchange.getMessage(), answer);
    }

    /** In a thread of the adapter's: in the caller's, Camel and the component's libraries would leave theirs behind. */
    private Exchange send(String endpoint, Processor message) {
        try {
            Future<Exchange> sending = threads.submit(() -> template.request(endpoint, message));
            try {
                return sending.get();
            } catch (InterruptedException e) {
                sending.cancel(true);
                Thread.currentThread().interrupt();
                throw new RouteFailedException(context.getName(), endpoint, e);
            }
        } catch (RejectedExecutionException e) {
            throw new RoutesStoppedException(context.getName(), endpoint, e);
        } catch (ExecutionException e) {
            throw new RouteFailedException(context.getName(), endpoint, e.getCause());
        }
    }

    private <T> T answer(String endpoint, Message message, Class<T> type) {
        try {
            return message.getBody() == null ? null : message.getMandatoryBody(type);
        } catch (InvalidPayloadException e) {
            throw new RouteFailedException(context.getName(), endpoint, e);
        }
    }

    @Override
    public void close() {
        context.stop();
        threads.shutdownNow();
    }
}
