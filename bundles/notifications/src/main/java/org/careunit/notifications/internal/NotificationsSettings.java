package org.careunit.notifications.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.careunit.api.settings.StaffText;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.configuration.CurrentSettings;
import org.careunit.operations.files.PrivateFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The last good configuration {@code careunit.notifications}. Modified in place, unlike other components: so it stays
 * while the configuration is wrong.
 */
@Component(service = NotificationsSettings.class, configurationPid = NotificationsConfig.PID, immediate = true)
@Designate(ocd = NotificationsConfig.class)
public final class NotificationsSettings {

    private static final int MOST_MINUTES = 1440;
    private static final int MOST_SMS = 1_000_000;
    private static final String HTTPS = "https";

    private final Path home;
    private final CurrentSettings<Values> current;
    private final Path spool;

    @Activate
    public NotificationsSettings(Map<String, Object> configuration) {
        this(PrivateFiles.home(), configuration);
    }

    /** @param home the directory of our files */
    public NotificationsSettings(Path home, Map<String, Object> configuration) {
        this.home = home;
        current = new CurrentSettings<>(given -> read(home, given), settings -> {});
        current.take(configuration);
        spool = values().spool();
    }

    @Modified
    public void modified(Map<String, Object> configuration) {
        current.take(configuration);
    }

    private static Values read(Path home, Map<String, ?> given) {
        Configuration configuration = Configuration.of(NotificationsConfig.PID, NotificationsConfig.class, given);
        return new Values(
                link(configuration),
                Duration.ofMinutes(configuration.number("digestMinutes", 0, MOST_MINUTES)),
                configuration.number("smsPerDay", 0, MOST_SMS),
                configuration.path("spool").orElseGet(() -> home.resolve("spool")));
    }

    private static String link(Configuration configuration) {
        String written = configuration.text("link");
        if (!written.isEmpty() && !isSecure(written)) {
            throw configuration.wrong("link", "must be an address that begins with https://, not '" + written + "'");
        }
        if (written.length() > StaffText.LONGEST_LINK) {
            throw configuration.wrong(
                    "link",
                    "must have at most " + StaffText.LONGEST_LINK + " characters, not " + written.length()
                            + ": it stands in subjects and SMS too");
        }
        return written;
    }

    @SuppressWarnings("UnusedException") // that it is no address is all there is to say
    private static boolean isSecure(String written) {
        try {
            URI address = new URI(written);
            return HTTPS.equals(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private Values values() {
        return current.get().orElseGet(() -> read(home, Map.of()));
    }

    /** Where staff log in; empty for no link. */
    public String link() {
        return values().link();
    }

    /** How long news are gathered; zero for each at once. */
    public Duration window() {
        return values().window();
    }

    /** How many SMS a unit may send on one day; 0 for no limit. */
    public int smsPerDay() {
        return values().smsPerDay();
    }

    /** Where events from EventAdmin wait; the one that was configured when this started. */
    public Path spool() {
        return spool;
    }

    /** The error of the current configuration, naming the key; empty if it is valid. */
    public String fault() {
        return current.fault();
    }

    private record Values(String link, Duration window, int smsPerDay, Path spool) {}
}
