package org.careunit.mail.internal.mailbox;

import java.time.Duration;
import java.util.Map;
import org.careunit.api.failure.RefusedException;
import org.careunit.mail.internal.mailbox.MailboxSettings.Mailbox;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.careunit.operations.connection.TimeLimits;

/** Reads the configuration {@code careunit.bounces}. */
final class MailboxSettingsReader {

    private static final Map<Security, Integer> PORTS =
            Map.of(Security.TLS, 993, Security.STARTTLS, 143, Security.PLAIN, 143);
    private static final int LONGEST_FOLDER = 200;

    private final Configuration configuration;

    private MailboxSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws RefusedException if a value is wrong; names the key */
    static MailboxSettings read(Map<String, ?> given, AllowedHosts allowed) {
        Configuration configuration = Configuration.of(MailboxConfig.PID, MailboxConfig.class, given);
        MailboxSettingsReader reader = new MailboxSettingsReader(configuration);
        return new MailboxSettings(Endpoint.read(configuration, PORTS, allowed).map(reader::mailbox));
    }

    private Mailbox mailbox(Endpoint endpoint) {
        if (endpoint.hosts().size() > 1) {
            throw configuration.wrong("host", "must be one host");
        }
        configuration.required("user");
        return new Mailbox(
                endpoint,
                folder(),
                Duration.ofSeconds(configuration.number("pollSeconds", 5, 3_600)),
                TimeLimits.connect(configuration),
                TimeLimits.answer(configuration));
    }

    private String folder() {
        String folder = configuration.required("folder");
        if (folder.length() > LONGEST_FOLDER || folder.chars().anyMatch(Character::isISOControl)) {
            throw configuration.wrong("folder", "must be the name of a folder such as INBOX");
        }
        return folder;
    }
}
