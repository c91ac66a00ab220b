package org.careunit.directory.internal;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.careunit.api.failure.RefusedException;
import org.careunit.directory.internal.Settings.Account;
import org.careunit.directory.internal.Settings.Keeping;
import org.careunit.directory.internal.Settings.Login;
import org.careunit.directory.internal.Settings.Search;
import org.careunit.directory.internal.Settings.Server;
import org.careunit.routes.Setting;

/** Reads the configuration {@code careunit.directory}; an error names the key, what stands there and what is allowed. */
final class SettingsReader {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final DirectoryConfig config;

    private SettingsReader(DirectoryConfig config) {
        this.config = config;
    }

    /** @throws RefusedException if a value is wrong */
    static Settings read(DirectoryConfig config) {
        SettingsReader reader = new SettingsReader(config);
        return new Settings(reader.login(), reader.search(), reader.keeping());
    }

    private Optional<Login> login() {
        boolean startTls = value("startTls", config::startTls);
        int connections = number("connections", config::connections, 1, 50);
        Optional<Path> trusted = trusted();
        List<Server> servers = Arrays.stream(config.url().split(","))
                .filter(url -> !url.isBlank())
                .map(url -> server(url.strip(), startTls))
                .toList();
        return servers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(servers, startTls, trusted, account(), connections, timeout()));
    }

    private Server server(String url, boolean startTls) {
        URI uri = uri(url);
        boolean tls = "ldaps".equals(uri.getScheme());
        if (uri.getHost() == null
                || !(tls || "ldap".equals(uri.getScheme()))
                || !uri.getPath().isEmpty()) {
            throw notAUrl(url, "scheme, host and port alone");
        }
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        if (!tls && !startTls && !isAllowedPlain(host)) {
            throw wrong(
                    "url",
                    "must begin with ldaps://, or startTls be true, not '" + url + "': a password would pass in"
                            + " clear (plain = true allows it to localhost, 127.0.0.1 and ::1 alone)");
        }
        int usual = tls ? 636 : 389;
        return new Server(host, uri.getPort() == -1 ? usual : uri.getPort(), tls);
    }

    private boolean isAllowedPlain(String host) {
        return value("plain", config::plain) && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw notAUrl(url, e.getReason());
        }
    }

    private static RefusedException notAUrl(String url, String why) {
        return wrong("url", "must be ldaps://host:636 or ldap://host:389, not '" + url + "' (" + why + ")");
    }

    /** The file is the operator's to name, as every file in a configuration is. */
    private Optional<Path> trusted() {
        String file = config.trustedCertificates().strip();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw wrong("trustedCertificates", "must be a file that can be read, not '" + file + "'");
        }
        return Optional.of(path);
    }

    private Account account() {
        String name = dn("bindDn", config.bindDn());
        if (!name.isEmpty() && config._password().isEmpty()) {
            throw wrong(
                    ".password", "must be given with bindDn: most directories take an empty one for no login at all");
        }
        return new Account(name, config._password());
    }

    private Search search() {
        return new Search(
                dn("baseDn", config.baseDn()),
                filter("staffFilter", config.staffFilter()),
                filter("unitFilter", config.unitFilter()),
                names(),
                number("pageSize", config::pageSize, 1, 1000),
                timeout());
    }

    private Names names() {
        try {
            return Names.of(config.attributes());
        } catch (RefusedException e) {
            throw wrong("attributes", e.getMessage());
        }
    }

    private Keeping keeping() {
        return new Keeping(
                Duration.ofMinutes(number("cacheMinutes", config::cacheMinutes, 0, 1440)),
                Duration.ofHours(number("staleHours", config::staleHours, 0, 720)),
                number("cacheEntries", config::cacheEntries, 100, 1_000_000));
    }

    private Duration timeout() {
        return Duration.ofMillis(number("timeoutMillis", config::timeoutMillis, 100, 60_000));
    }

    private static String dn(String key, String value) {
        try {
            return new DN(value).toString();
        } catch (LDAPException e) {
            throw wrong(key, "must be a DN such as o=Region,c=SE, not '" + value + "' (" + e.getMessage() + ")");
        }
    }

    private static Filter filter(String key, String value) {
        try {
            return Filter.create(value.strip());
        } catch (LDAPException e) {
            throw wrong(
                    key,
                    "must be an LDAP filter such as (objectClass=person), not '" + value + "' (" + e.getMessage()
                            + ")");
        }
    }

    private static int number(String key, Supplier<Integer> value, int least, int most) {
        int number = value(key, value);
        if (number < least || number > most) {
            throw wrong(key, "must be " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    private static <T> T value(String key, Supplier<T> value) {
        try {
            return Setting.of(key, value);
        } catch (IllegalArgumentException e) {
            throw wrong("", e.getMessage());
        }
    }

    /** Without a cause, which would be logged in its place and knows no key. */
    private static RefusedException wrong(String key, String what) {
        return new RefusedException(DirectoryConfig.PID + ": " + (key.isEmpty() ? "" : key + " ") + what);
    }
}
