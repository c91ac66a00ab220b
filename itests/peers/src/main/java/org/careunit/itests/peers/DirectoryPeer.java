package org.careunit.itests.peers;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A directory like EK, on 127.0.0.1 and in memory: one port for LDAP and StartTLS, one for LDAPS. Searching wants a
 * login as {@link #USER} with {@link #PASSWORD}. All methods may be called while it runs.
 */
public final class DirectoryPeer implements AutoCloseable {

    /** Below this all entries lie. */
    public static final String BASE = "o=Region Test,c=SE";

    /** The account that may search. */
    public static final String USER = "cn=careunit," + BASE;

    /** The account's password. */
    public static final String PASSWORD = "feigned";

    private final DirectoryFaults faults = new DirectoryFaults();
    private final AtomicInteger entries = new AtomicInteger();
    private final List<ServerSocket> deaf = new ArrayList<>();
    private final DirectoryCertificate certificate;
    private final int port;
    private final int tlsPort;
    private final InMemoryDirectoryServer server;

    private DirectoryPeer(int port, int tlsPort, DirectoryCertificate certificate, boolean offersStartTls)
            throws LDAPException, IOException {
        this.certificate = certificate;
        this.port = port;
        this.tlsPort = tlsPort;
        server = new InMemoryDirectoryServer(config(offersStartTls));
        server.add(new Entry(BASE, new Attribute("objectClass", "top", "organization")));
        server.startListening();
    }

    /** Starts it on two free ports. */
    public static DirectoryPeer start() {
        return start(0, 0, DirectoryCertificate.valid());
    }

    /**
     * Starts it.
     *
     * @param port for LDAP and StartTLS, 0 for any
     * @param tlsPort for LDAPS, 0 for any
     */
    public static DirectoryPeer start(int port, int tlsPort, DirectoryCertificate certificate) {
        return start(port, tlsPort, certificate, true);
    }

    /** Starts one that does not offer StartTLS. */
    public static DirectoryPeer startWithoutStartTls() {
        return start(0, 0, DirectoryCertificate.valid(), false);
    }

    private static DirectoryPeer start(
            int port, int tlsPort, DirectoryCertificate certificate, boolean offersStartTls) {
        try {
            return new DirectoryPeer(
                    port == 0 ? free() : port, tlsPort == 0 ? free() : tlsPort, certificate, offersStartTls);
        } catch (LDAPException | IOException failure) {
            throw new IllegalStateException("The directory does not start: " + failure.getMessage(), failure);
        }
    }

    /** Asked for beforehand, so that it starts again on the same one. */
    private static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private InMemoryDirectoryServerConfig config(boolean offersStartTls) throws LDAPException, IOException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        SSLContext tls = certificate.context();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", here(), port, offersStartTls ? tls.getSocketFactory() : null),
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", here(), tlsPort, tls.getServerSocketFactory(), tls.getSocketFactory()));
        config.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), hsa()));
        config.setEnforceAttributeSyntaxCompliance(false); // hostile values are wanted
        config.setEnforceSingleStructuralObjectClass(false);
        config.addAdditionalBindCredentials(USER, PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.setEqualityIndexAttributes("hsaIdentity", "personalIdentityNumber");
        config.addInMemoryOperationInterceptor(faults);
        return config;
    }

    private static InetAddress here() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    private static Schema hsa() throws IOException {
        try (InputStream text = DirectoryPeer.class.getResourceAsStream("directory-schema.ldif");
                LDIFReader reader = new LDIFReader(text)) {
            return new Schema(reader.readEntry());
        } catch (LDIFException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** A care unit; more attributes can be given to it before it is added. */
    public DirectoryEntry unit(String hsaId, String name) {
        return new DirectoryEntry(
                new Entry(
                        unitDn(hsaId),
                        new Attribute("objectClass", "top", "organizationalUnit", "hsaHealthCareUnit"),
                        new Attribute("hsaIdentity", hsaId),
                        new Attribute("ou", name)),
                this::add);
    }

    /**
     * An entry of a staff member at a unit that was added before; the same HSA-id may have several. More attributes can
     * be given to it before it is added.
     */
    public DirectoryEntry staff(String hsaId, String unitHsaId, String givenName, String surname) {
        String rdn = "uid=" + entries.incrementAndGet();
        return new DirectoryEntry(
                new Entry(
                        rdn + "," + unitDn(unitHsaId),
                        new Attribute("objectClass", "top", "person", "inetOrgPerson", "hsaPersonExtension"),
                        new Attribute("cn", givenName + " " + surname),
                        new Attribute("hsaIdentity", hsaId),
                        new Attribute("givenName", givenName),
                        new Attribute("sn", surname)),
                this::add);
    }

    private static String unitDn(String hsaId) {
        return "hsaIdentity=" + hsaId + "," + BASE;
    }

    private void add(Entry entry) {
        try {
            server.add(entry);
        } catch (LDAPException refused) {
            throw new IllegalStateException(entry.getDN() + ": " + refused.getMessage(), refused);
        }
    }

    /** Takes all units and their staff out. */
    public void clear() {
        try {
            server.deleteSubtree(BASE);
            server.add(new Entry(BASE, new Attribute("objectClass", "top", "organization")));
        } catch (LDAPException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /**
     * Takes this long before each answer, for logins too, until told otherwise; those who wait already go on at once.
     */
    public void slow(Duration pause) {
        faults.slow(pause);
    }

    /** Answers at once, those who wait too. */
    public void prompt() {
        faults.slow(Duration.ZERO);
    }

    /** Answers searches with an error of LDAP's, for example 50 for insufficient access; 0 to answer them again. */
    public void refuseSearches(int resultCode) {
        faults.refuse(resultCode == 0 ? null : ResultCode.valueOf(resultCode));
    }

    /** Answers searches for that value alone with an error of LDAP's; null for none. */
    public void refuseSearchesFor(String value, int resultCode) {
        faults.refuseFor(value, ResultCode.valueOf(resultCode));
    }

    /** Ends all connections and refuses new ones. */
    public void stop() {
        server.shutDown(true);
    }

    /** Ends all connections but listens on. */
    public void cutConnections() {
        server.closeAllConnections(false);
    }

    /** Is half open: accepts connections, and not a word is heard on them. */
    public void fallSilent() throws IOException {
        stop();
        for (int silent : new int[] {port, tlsPort}) {
            deaf.add(new ServerSocket(silent, 50, here()));
        }
    }

    /** Listens again on the same ports, with the entries it had. */
    public void resume() throws IOException {
        for (ServerSocket socket : deaf) {
            socket.close();
        }
        deaf.clear();
        try {
            server.startListening();
        } catch (LDAPException failure) {
            throw new IllegalStateException("The directory does not start again: " + failure.getMessage(), failure);
        }
    }

    /** Where it listens on 127.0.0.1, also called localhost; StartTLS is offered there. */
    public int port() {
        return port;
    }

    /** Where it speaks TLS from the first byte. */
    public int tlsPort() {
        return tlsPort;
    }

    /** {@code ldap://localhost:…}; StartTLS is offered there. */
    public String url() {
        return "ldap://localhost:" + port;
    }

    /** {@code ldaps://localhost:…}. */
    public String tlsUrl() {
        return "ldaps://localhost:" + tlsPort;
    }

    /** What those who speak TLS with it are to trust. */
    public DirectoryCertificate certificate() {
        return certificate;
    }

    /** How often somebody logged in, or tried. */
    public int logins() {
        return faults.logins();
    }

    /** How often it was asked, each page of an answer being one. */
    public int searches() {
        return faults.searches();
    }

    @Override
    public void close() throws IOException {
        prompt();
        server.shutDown(true);
        for (ServerSocket socket : deaf) {
            socket.close();
        }
    }
}
