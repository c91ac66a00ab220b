package org.careunit.itests.benchmarks;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A Karaf run as an operator runs it, on free ports and without a network to install from. */
final class Karaf implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final String FEATURES = "org.apache.karaf:type=feature,name=root";
    private static final String SERVICES = "osgi.core:type=serviceState,*";

    private final Path home;
    private final int port;
    private Process process;

    private Karaf(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** A fresh one. */
    static Karaf unpack(Path archive) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("benchmark");
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "--strip-components=1")
                .directory(home.toFile())
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack " + archive);
        }
        Karaf karaf = new Karaf(home, freePort());
        karaf.configure();
        return karaf;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void configure() throws IOException {
        append("org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories =");
        append("org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository = ${karaf.data}/empty");
        append("org.apache.karaf.shell.cfg", "sshPort = 0");
        append("org.apache.karaf.management.cfg", "rmiRegistryPort = " + port);
        append("org.apache.karaf.management.cfg", "rmiServerPort = 0");
        append("users.properties", "karaf = karaf,admin,manager,viewer,systembundles");
        // while it copies configurations back to their files, the first start can empty them: apache/karaf#2805
        append("config.properties", "felix.fileinstall.enableConfigSave = false");
    }

    private void append(String file, String line) throws IOException {
        Files.writeString(home.resolve("etc").resolve(file), "\n" + line + "\n", APPEND, CREATE);
    }

    /** Starts it; says how many seconds went by until it had this service. */
    double start(String service) throws IOException {
        long begin = System.nanoTime();
        process = new ProcessBuilder("bin/karaf", "daemon")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
        awaitService(service);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Puts an archive into it and installs a feature; says how many seconds went by until it had this service. */
    double install(Path archive, String feature, String service) throws IOException {
        long begin = System.nanoTime();
        Files.copy(archive, home.resolve("deploy").resolve("benchmark.kar"));
        wait("feature " + feature, server -> knows(server, feature));
        wait("installation of " + feature, server -> {
            server.invoke(new ObjectName(FEATURES), "installFeature", new Object[] {feature}, new String[] {
                String.class.getName()
            });
            return true;
        });
        awaitService(service);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static boolean knows(MBeanServerConnection server, String feature) throws JMException, IOException {
        TabularData features = (TabularData) server.getAttribute(new ObjectName(FEATURES), "Features");
        return features.values().stream().anyMatch(row -> feature.equals(((CompositeData) row).get("Name")));
    }

    private void awaitService(String service) {
        wait("service " + service, server -> {
            ObjectName services = server.queryNames(new ObjectName(SERVICES), null).stream()
                    .findFirst()
                    .orElseThrow();
            TabularData found =
                    (TabularData) server.invoke(services, "listServices", new Object[] {service, null}, new String[] {
                        String.class.getName(), String.class.getName()
                    });
            return !found.isEmpty();
        });
    }

    private void wait(String what, Check check) {
        await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .ignoreExceptions()
                .until(() -> connected(check));
    }

    @SuppressWarnings("BanJNDI") // to a process of our own, on the loopback address
    private boolean connected(Check check) throws JMException, IOException {
        JMXServiceURL address = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/karaf-root");
        Map<String, Object> login = Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "karaf"});
        try (JMXConnector connector = JMXConnectorFactory.connect(address, login)) {
            return check.holds(connector.getMBeanServerConnection());
        }
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Karaf does not stop");
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
        Folders.delete(home);
    }

    /** Something to be seen by JMX. */
    @FunctionalInterface
    private interface Check {
        boolean holds(MBeanServerConnection server) throws JMException, IOException;
    }
}
