package org.careunit.directory.internal.ldap;

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
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.apache.camel.Service;
import org.careunit.directory.internal.DirectorySettings.Login;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;

/**
 * Pool of connections to EK: opened on demand to the first server that answers, over TLS unless configured otherwise,
 * and replaced when EK has dropped them.
 */
public final class LdapConnections implements Service {

    private static final Duration AGE = Duration.ofMinutes(15);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final ServerSet servers;
    private final LDAPConnectionPool pool;

    private LdapConnections(ServerSet servers, LDAPConnectionPool pool) {
        this.servers = servers;
        this.pool = pool;
    }

    public static LdapConnections of(Login login) throws LDAPException {
        Endpoint endpoint = login.endpoint();
        SimpleBindRequest bind = endpoint.login()
                .map(user -> new SimpleBindRequest(user.user(), user.password()))
                .orElseGet(SimpleBindRequest::new);
        ServerSet servers = servers(login, bind);
        LDAPConnectionPool pool = new LDAPConnectionPool(servers, bind, 0, login.connections());
        pool.setConnectionPoolName("careunit-directory");
        pool.setCreateIfNecessary(false);
        pool.setMaxWaitTimeMillis(login.answer().toMillis());
        pool.setMaxConnectionAgeMillis(AGE.toMillis());
        return new LdapConnections(servers, pool);
    }

    private static ServerSet servers(Login login, SimpleBindRequest bind) {
        Endpoint endpoint = login.endpoint();
        SSLSocketFactory tls = endpoint.trust().socketFactory();
        SocketFactory sockets = new TimedSockets(
                endpoint.security() == Security.TLS ? tls : SocketFactory.getDefault(), login.answer());
        PostConnectProcessor startTls = endpoint.security() == Security.STARTTLS ? new StartTls(tls) : null;
        LDAPConnectionOptions options = options(login);
        FailoverServerSet set = new FailoverServerSet(endpoint.hosts().stream()
                .<ServerSet>map(host ->
                        new SingleServerSet(host.name(), host.port().orElseThrow(), sockets, options, bind, startTls))
                .toList());
        set.setReOrderOnFailover(true);
        return set;
    }

    private static LDAPConnectionOptions options(Login login) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(login.connect().toMillis()));
        options.setResponseTimeoutMillis(login.answer().toMillis());
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setMaxMessageSize(MOST_BYTES);
        options.setSSLSocketVerifier(new FirstHandshake());
        return options;
    }

    /** Runs an operation on a pooled connection; on a new one if EK has dropped it. */
    public <T> T use(Work<T> work) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        try {
            return done(work, connection);
        } catch (LDAPException failure) {
            if (!ResultCode.SERVER_DOWN.equals(failure.getResultCode())) {
                release(connection, failure);
                throw failure;
            }
        }
        return useNew(work, pool.replaceDefunctConnection(connection));
    }

    private <T> T useNew(Work<T> work, LDAPConnection connection) throws LDAPException {
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

    /** Runs an operation on a new connection with its own login. */
    public <T> T useOnce(Work<T> work) throws LDAPException {
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

    /** An operation on a connection. */
    public interface Work<T> {
        T on(LDAPConnection connection) throws LDAPException;
    }
}
