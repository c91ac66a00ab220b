package org.careunit.itests.demo;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** What an operator would write below {@code etc} before the first start. */
final class Settings {

    /** Who may use the console. */
    static final String USER = "demo";

    /** The host's clock must be there before Careunit's store asks for the time. */
    private static final int BEFORE_OTHERS = 60;

    private final Path etc;
    private final int consolePort;
    private final String consolePassword = UUID.randomUUID().toString();

    Settings(Path home) throws IOException {
        this.etc = home.resolve("etc");
        this.consolePort = freePort();
    }

    int consolePort() {
        return consolePort;
    }

    String consolePassword() {
        return consolePassword;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void stayOffCommonPorts() throws IOException {
        append("org.apache.karaf.shell.cfg", "sshHost = 127.0.0.1\nsshPort = " + consolePort);
        append("org.apache.karaf.management.cfg", "rmiRegistryPort = " + freePort() + "\nrmiServerPort = 0");
    }

    void stayOffline() throws IOException {
        append(
                "org.ops4j.pax.url.mvn.cfg",
                "org.ops4j.pax.url.mvn.repositories =\norg.ops4j.pax.url.mvn.localRepository = ${karaf.data}/empty");
        append("custom.properties", "felix.fileinstall.enableConfigSave = false");
    }

    void admitToConsole() throws IOException {
        append(
                "users.properties",
                USER + " = " + consolePassword + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh");
    }

    void connect(Peers peers, Path archive) throws IOException {
        new Connections(etc, peers).write(archive);
    }

    /** Has the host's bundles start together with everything else. */
    void bring(List<Path> bundles, Path report) throws IOException {
        Path features = etc.resolve("demo-features.xml");
        Files.writeString(
                features,
                """
                <features name="careunit-demo" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="careunit-demo" version="1.0.0">
                    <feature>careunit</feature>
                    %s
                  </feature>
                </features>
                """
                        .formatted(bundles.stream()
                                .map(bundle ->
                                        "<bundle start-level=\"" + BEFORE_OTHERS + "\">" + bundle.toUri() + "</bundle>")
                                .collect(joining("\n    "))));
        Path boot = etc.resolve("org.apache.karaf.features.cfg");
        Files.writeString(
                boot,
                Files.readString(boot)
                        .replaceFirst("(?m)^featuresRepositories *= *", "$0" + features.toUri() + ", ")
                        .replaceFirst("(?m)^featuresBoot *= *", "$0careunit-demo, "));
        append("system.properties", "careunit.demo.report = " + report);
    }

    private void append(String file, String lines) throws IOException {
        Files.writeString(etc.resolve(file), "\n" + lines + "\n", APPEND, CREATE);
    }
}
