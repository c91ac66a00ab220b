package org.careunit.operations.connection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.careunit.api.failure.RefusedException;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.configuration.CurrentSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Allow-list of hosts for outgoing connections. An invalid list allows this machine only. */
@Component(service = AllowedHosts.class, configurationPid = AllowedHosts.PID)
@Designate(ocd = OutgoingConfig.class)
public final class AllowedHosts {

    public static final String PID = "careunit.outgoing";

    /** Every host is allowed. */
    public static final AllowedHosts ALL = new AllowedHosts(Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(AllowedHosts.class);
    private static final String BELOW = "*.";

    private final CurrentSettings<Predicate<Host>> allowed;

    @Activate
    public AllowedHosts(Map<String, Object> given) {
        allowed = new CurrentSettings<>(AllowedHosts::read, hosts -> {});
        allowed.take(given);
    }

    private static Predicate<Host> read(Map<String, ?> given) {
        try {
            Configuration configuration = Configuration.of(PID, OutgoingConfig.class, given);
            List<String> hosts = configuration.list("allowedHosts").stream()
                    .map(written -> checked(configuration, written.toLowerCase(Locale.ROOT)))
                    .toList();
            return host -> hosts.isEmpty() || hosts.stream().anyMatch(one -> covers(one, host.name()));
        } catch (RefusedException wrong) {
            LOG.warn("{}; only this machine is allowed until it is mended", wrong.getMessage());
            return Host::isThisMachine;
        }
    }

    private static String checked(Configuration configuration, String written) {
        String name = written.startsWith(BELOW) ? written.substring(BELOW.length()) : written;
        if (Host.of(name).filter(host -> host.port().isEmpty()).isEmpty()) {
            throw configuration.wrong(
                    "allowedHosts", "must be host names such as a.example.org or *.example.org, not '" + written + "'");
        }
        return written;
    }

    private static boolean covers(String pattern, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return pattern.startsWith(BELOW) ? lower.endsWith(pattern.substring(1)) : lower.equals(pattern);
    }

    /** Whether connections may go there. */
    public boolean allows(Host host) {
        return allowed.get().orElseThrow().test(host);
    }
}
