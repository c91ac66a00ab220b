package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.Service;
import org.careunit.directory.internal.Settings.Login;

/**
 * The connections to EK, made when they are first needed, kept, and replaced when EK has dropped them. To the first of its
 * servers that answers; to each only over TLS, unless the configuration allows otherwise.
 */
final class LdapConnections implements Service {

    private static final Duration AGE = Duration.ofMinutes(15);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ServerSet servers;
    private final LDAPConnectionPool pool;

    private LdapConnections(ServerSet servers, LDAPConnectionPool pool) {
        this.servers = servers;
        this.pool = pool;
    }

    static LdapConnections of(Login login) throws LDAPException {
        SimpleBindRequest bind =
                new SimpleBindRequest(login.account().dn(), login.account().password());
        ServerSet servers = servers(login, bind);
        LDAPConnectionPool pool = new LDAPConnectionPool(servers, bind, 0, login.connections());
        pool.setConnectionPoolName("careunit-directory");
        pool.setCreateIfNecessary(false);
        pool.setMaxWaitTimeMillis(login.timeout().toMillis());
        pool.setMaxConnectionAgeMillis(AGE.toMillis());
        return new LdapConnections(servers, pool);
    }

    private static ServerSet servers(Login login, SimpleBindRequest bind) {
        SSLSocketFactory tls = Tls.factory(login.trusted());
        LDAPConnectionOptions options = options(login);
        PostConnectProcessor startTls = login.startTls() ? new StartTLSPostConnectProcessor(tls) : null;
        SocketFactory secure = new TimedSockets(tls, login.timeout());
        SocketFactory plain = new TimedSockets(SocketFactory.getDefault(), login.timeout());
        FailoverServerSet set = new FailoverServerSet(login.servers().stream()
                .<ServerSet>map(at -> at.tls()
                        ? new SingleServerSet(at.host(), at.port(), secure, options, bind, null)
                        : new SingleServerSet(at.host(), at.port(), plain, options, bind, startTls))
                .toList());
        set.setReOrderOnFailover(true);
        return set;
    }

    /** Connecting to one server leaves time for the next, and for the answer. */
    private static LDAPConnectionOptions options(Login login) {
        long millis = login.timeout().toMillis();
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) (millis / (login.servers().size() + 1)));
        options.setResponseTimeoutMillis(millis);
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(MOST_BYTES);
        options.setSSLSocketVerifier(Tls.hostName());
        return options;
    }

    /** Does something on a kept connection; on a new one if EK had dropped it meanwhile. */
    <T> T use(Work<T> work) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        try {
            return done(work, connection);
        } catch (LDAPException failure) {
            if (!ResultCode.SERVER_DOWN.equals(failure.getResultCode())) {
                release(connection, failure);
                throw failure;
            }
        }
        return useAnew(work, pool.replaceDefunctConnection(connection));
    }

    private <T> T useAnew(Work<T> work, LDAPConnection connection) throws LDAPException {
        try {
            return done(work, connection);
        } catch (LDAPException failure) {
            release(connection, failure);
            throw failure;
        }
    }

    private <T> T done(Work<T> work, LDAPConnection connection) throws LDAPException {
        T result = work.on(connection);
        pool.releaseConnection(connection);
        return result;
    }

    private void release(LDAPConnection connection, LDAPException failure) {
        if (failure.getResultCode().isConnectionUsable()) {
            pool.releaseConnection(connection);
        } else {
            pool.discardConnection(connection);
        }
    }

    /** Does something on a connection of its own, with a login of its own. */
    <T> T useOnce(Work<T> work) throws LDAPException {
        try (LDAPConnection connection = servers.getConnection()) {
            return work.on(connection);
        }
    }

    @Override
    public void start() {
        // connections are made when they are needed, so that EK being down does not keep the routes from running
    }

    @Override
    public void stop() {
        pool.close();
    }

    /** What is done on a connection. */
    interface Work<T> {
        T on(LDAPConnection connection) throws LDAPException;
    }
}
