package org.careunit.itests.host;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.core.ConditionTimeoutException;

/** What an operator does and sees at the console, by JMX, which answers with data where the console prints tables. */
public final class KarafManagement {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ARCHIVE = Duration.ofSeconds(30);

    private final MBeanServerConnection server;

    private KarafManagement(MBeanServerConnection server) {
        this.server = server;
    }

    /** Waits until the container can be managed. */
    static KarafManagement connect(int registryPort) {
        return await("Karaf's management")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> attempt(registryPort), Objects::nonNull);
    }

    @SuppressWarnings("BanJNDI") // to a process of our own, on the loopback address
    private static KarafManagement attempt(int registryPort) throws JMException, IOException {
        var address = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + registryPort + "/karaf-root");
        var login = Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "karaf"});
        var management =
                new KarafManagement(JMXConnectorFactory.connect(address, login).getMBeanServerConnection());
        return management.bundles().isEmpty() || management.features(false).isEmpty() ? null : management;
    }

    /** Waits, no longer than it takes the container to read an archive, and says whether it knows the feature. */
    public boolean learnsFeature(String feature) {
        try {
            await().atMost(ARCHIVE).ignoreExceptions().until(() -> features(false)
                    .contains(feature));
            return true;
        } catch (ConditionTimeoutException unknown) {
            return false;
        }
    }

    /** Waits until the container knows the feature. */
    public void awaitFeature(String feature) {
        await("feature " + feature).atMost(PATIENCE).ignoreExceptions().until(() -> features(false)
                .contains(feature));
    }

    /** Waits until an object is managed, and gives it out under its interface. */
    public <T> T awaitManaged(String object, Class<T> type) throws JMException {
        ObjectName name = new ObjectName(object);
        await(object).atMost(PATIENCE).ignoreExceptions().until(() -> server.isRegistered(name));
        return JMX.newMXBeanProxy(server, name, type);
    }

    /** Waits until our own bundles run. */
    public void awaitOurs() {
        await("our bundles")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        this::ours,
                        states -> !states.isEmpty() && states.stream().allMatch("Active"::equals));
    }

    public void install(String feature) throws JMException, IOException {
        server.invoke(name("feature"), "installFeature", new Object[] {feature}, new String[] {String.class.getName()});
    }

    public Set<String> installedFeatures() throws JMException, IOException {
        return features(true);
    }

    private Set<String> features(boolean installed) throws JMException, IOException {
        return rows("feature", "Features")
                .filter(row -> !installed || (Boolean) row.get("Installed"))
                .map(row -> (String) row.get("Name"))
                .collect(toSet());
    }

    /** Each bundle's state by its id, name and version. */
    public Map<String, String> bundles() throws JMException, IOException {
        return rows("bundle", "Bundles")
                .collect(toMap(
                        row -> row.get("ID") + " " + row.get("Name") + " " + row.get("Version"),
                        KarafManagement::state));
    }

    private List<String> ours() throws JMException, IOException {
        return rows("bundle", "Bundles")
                .filter(row -> row.get("Name").toString().startsWith("Careunit"))
                .map(KarafManagement::state)
                .toList();
    }

    private static String state(CompositeData bundle) {
        return (String) bundle.get("State");
    }

    @SuppressWarnings("unchecked")
    private Stream<CompositeData> rows(String type, String attribute) throws JMException, IOException {
        var table = (TabularData) server.getAttribute(name(type), attribute);
        return ((Collection<CompositeData>) table.values()).stream();
    }

    private static ObjectName name(String type) throws JMException {
        return new ObjectName("org.apache.karaf:type=" + type + ",name=root");
    }
}
