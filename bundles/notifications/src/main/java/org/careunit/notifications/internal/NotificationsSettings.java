package org.careunit.notifications.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.careunit.api.settings.StaffText;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration {@code careunit.notifications} as it holds now. One that is wrong is reported by key and changes
 * nothing, which is why this component is modified in place.
 */
@Component(service = NotificationsSettings.class, configurationPid = NotificationsConfig.PID, immediate = true)
@Designate(ocd = NotificationsConfig.class)
public final class NotificationsSettings {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationsSettings.class);
    private static final int DEFAULT_MINUTES = 10;
    private static final int MOST_MINUTES = 1440;

    private volatile Values values = new Values("", Duration.ofMinutes(DEFAULT_MINUTES));
    private final Path spool;

    @Activate
    public NotificationsSettings(BundleContext context, Map<String, Object> configuration) {
        this(
                Path.of(context.getProperty("karaf.base") == null ? "." : context.getProperty("karaf.base")),
                configuration);
    }

    /** @param base the directory below which ours is */
    NotificationsSettings(Path base, Map<String, Object> configuration) {
        String chosen = text(configuration, "spool");
        spool = chosen.isEmpty() ? base.resolve("careunit").resolve("spool") : Path.of(chosen);
        modified(configuration);
    }

    @Modified
    void modified(Map<String, Object> configuration) {
        try {
            values = new Values(link(text(configuration, "link")), window(text(configuration, "digestMinutes")));
        } catch (IllegalArgumentException wrong) {
            LOG.warn("careunit.notifications: {}; what held before stays in force", wrong.getMessage());
        }
    }

    /** Where staff log in; empty for no link. */
    public String link() {
        return values.link();
    }

    /** How long news are gathered; zero for each at once. */
    public Duration window() {
        return values.window();
    }

    /** Where events from EventAdmin wait; the one that was configured when this started. */
    public Path spool() {
        return spool;
    }

    private static String text(Map<String, Object> configuration, String key) {
        return configuration.getOrDefault(key, "").toString().strip();
    }

    private static String link(String written) {
        if (written.isEmpty()) {
            return written;
        }
        URI address = URI.create(written);
        if (written.length() > StaffText.LONGEST_LINK) {
            throw new IllegalArgumentException("link must have at most " + StaffText.LONGEST_LINK + " characters, not "
                    + written.length() + ": it stands in subjects and SMS too");
        }
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "link must be an address that begins with https://, not '" + written + "'");
        }
        return written;
    }

    private static Duration window(String written) {
        String wrong = "digestMinutes must be a whole number from 0 to " + MOST_MINUTES + ", not '" + written + "'";
        try {
            int minutes = written.isEmpty() ? DEFAULT_MINUTES : Integer.parseInt(written);
            if (minutes < 0 || minutes > MOST_MINUTES) {
                throw new IllegalArgumentException(wrong);
            }
            return Duration.ofMinutes(minutes);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(wrong, notANumber);
        }
    }

    private record Values(String link, Duration window) {}
}
