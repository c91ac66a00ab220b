package org.careunit.itests.peers;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Faults of the directory that tests switch on: delays and refusals; counts logins and searches. */
final class DirectoryFaults extends InMemoryOperationInterceptor {

    private final AtomicReference<Delay> delay = new AtomicReference<>(new Delay(Duration.ZERO));
    private final AtomicReference<ResultCode> refusal = new AtomicReference<>();
    private volatile String refusedValue;
    private volatile ResultCode refusedWith;
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();

    void slow(Duration pause) {
        delay.getAndSet(new Delay(pause)).over().countDown();
    }

    /** @param answer what searches are answered with; null for what there is */
    void refuse(ResultCode answer) {
        refusal.set(answer);
    }

    void refuseFor(String value, ResultCode answer) {
        refusedWith = answer;
        refusedValue = value;
    }

    int logins() {
        return logins.get();
    }

    int searches() {
        return searches.get();
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
        logins.incrementAndGet();
        delay.get().pass();
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        searches.incrementAndGet();
        delay.get().pass();
        ResultCode answer = refusal.get();
        if (answer != null) {
            throw new LDAPException(answer, "refused, as the test wants it");
        }
        String value = refusedValue;
        if (value != null && request.getRequest().getFilter().toString().contains(value)) {
            throw new LDAPException(refusedWith, "refused for " + value);
        }
    }

    /** A pause that can be broken off for all who are in it. */
    private record Delay(Duration pause, CountDownLatch over) {

        Delay(Duration pause) {
            this(pause, new CountDownLatch(1));
        }

        @SuppressWarnings("ReturnValueIgnored") // both ends of the pause are as good
        void pass() {
            try {
                over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
