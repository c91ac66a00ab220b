package org.careunit.storage.internal.node;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.connection.Host;
import org.careunit.storage.StorageProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of a PostgreSQL server, with those of the driver's properties in it that an operator may set. All others
 * are ours, or would break us: {@code reWriteBatchedInserts} loses the counts of batches, {@code autocommit} and
 * {@code readOnly} end our transactions, {@code preferQueryMode=simple} sends values within statements,
 * {@code socketTimeout} cuts migrations. They are passed over and named in the log.
 *
 * @param address {@code jdbc:postgresql://host:port/database} without properties
 * @param properties those that count, as the driver spells them
 */
record ServerUrl(String address, Map<String, String> properties) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerUrl.class);

    private static final String BEGINNING = "jdbc:postgresql:";
    private static final Pattern SHAPE = Pattern.compile("jdbc:postgresql://([^/?]+)/[^/?]+");
    private static final String TLS = "sslmode";
    private static final String CHECKED = "verify-full";
    private static final String SCHEMA = "currentSchema";
    private static final Pattern ONE_SCHEMA = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** Where to connect, how to encrypt, and which schema. */
    private static final Set<String> ALLOWED = Set.of(
            TLS, "channelBinding", "gssEncMode", "targetServerType", "hostRecheckSeconds", "loadBalanceHosts", SCHEMA);

    /**
     * @throws RefusedException if it is no address, or asks for less than TLS with names checked where it needs that
     */
    static ServerUrl of(String url) {
        if (!url.startsWith(BEGINNING)) {
            throw StorageProblem.URL_BEGINNING.refused(BEGINNING);
        }
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        Matcher shape = SHAPE.matcher(address);
        if (!shape.matches()) {
            throw StorageProblem.URL_HOST.refused();
        }
        Map<String, String> properties = properties(question < 0 ? "" : url.substring(question + 1));
        requireSchema(properties);
        requireTls(hosts(shape.group(1)), properties);
        return new ServerUrl(address, properties);
    }

    /** As the driver takes it. */
    String url() {
        List<String> written = new ArrayList<>();
        properties.forEach((name, value) -> written.add(name + "=" + encoded(value)));
        return written.isEmpty() ? address : address + "?" + String.join("&", written);
    }

    private static Map<String, String> properties(String query) {
        Map<String, String> properties = new LinkedHashMap<>();
        Set<String> passedOver = new TreeSet<>();
        for (String one : query.split("&", -1)) {
            int equals = one.indexOf('=');
            String name = equals < 0 ? one : one.substring(0, equals);
            if (ALLOWED.contains(name) && equals > 0) {
                properties.put(name, decoded(one.substring(equals + 1)));
            } else if (!name.isBlank()) {
                passedOver.add(name);
            }
        }
        if (!passedOver.isEmpty()) {
            LOG.warn(
                    "careunit.storage: url sets {}, which Careunit sets itself or cannot work with; passed over. It may"
                            + " set {}",
                    passedOver,
                    new TreeSet<>(ALLOWED));
        }
        return properties;
    }

    private static List<String> hosts(String authority) {
        return List.of(authority.split(",", -1));
    }

    /** Whether it is an address of this machine that no name service can change. */
    private static boolean isThisMachine(String host) {
        return Host.of(host).filter(Host::isThisMachine).isPresent();
    }

    private static void requireSchema(Map<String, String> properties) {
        String schema = properties.get(SCHEMA);
        if (schema != null && !ONE_SCHEMA.matcher(schema).matches()) {
            throw StorageProblem.URL_SCHEMA.refused();
        }
    }

    private static void requireTls(List<String> hosts, Map<String, String> properties) {
        if (hosts.stream().allMatch(ServerUrl::isThisMachine)) {
            return;
        }
        String mode = properties.getOrDefault(TLS, CHECKED);
        if (!mode.equals(CHECKED)) {
            throw StorageProblem.URL_TLS.refused(mode);
        }
        properties.put(TLS, CHECKED);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw StorageProblem.URL_ENCODING.refused();
        }
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
