package org.careunit.mail.internal;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.MailSettings.Limits;
import org.careunit.mail.internal.MailSettings.Sender;
import org.careunit.mail.internal.MailSettings.Server;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.careunit.operations.connection.TimeLimits;

/** Reads the configuration {@code careunit.mail}. */
final class MailSettingsReader {

    private static final Map<Security, Integer> PORTS =
            Map.of(Security.TLS, 465, Security.STARTTLS, 587, Security.PLAIN, 25);
    private static final Pattern EHLO_NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f.:IPv]{3,60}]");

    private final Configuration configuration;

    private MailSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws RefusedException if a value is wrong; names the key */
    static MailSettings read(Map<String, ?> given, AllowedHosts allowed) {
        Configuration configuration = Configuration.of(MailConfig.PID, MailConfig.class, given);
        MailSettingsReader reader = new MailSettingsReader(configuration);
        return new MailSettings(Endpoint.read(configuration, PORTS, allowed).map(reader::server));
    }

    private Server server(Endpoint endpoint) {
        if (endpoint.hosts().size() > 1) {
            throw configuration.wrong("host", "must be one host");
        }
        return new Server(endpoint, ehloName(), sender(), limits());
    }

    private String ehloName() {
        String name = configuration.text("ehloName");
        if (!name.isEmpty() && !EHLO_NAME.matcher(name).matches()) {
            throw configuration.wrong(
                    "ehloName", "must be a host name such as careunit.example.org, not '" + name + "'");
        }
        return name;
    }

    private Sender sender() {
        EmailAddress from = address("from");
        return new Sender(from, configuration.text("fromName"), returnAddress(from));
    }

    private ReturnAddress returnAddress(EmailAddress from) {
        String written = configuration.text("bounceAddress");
        try {
            return written.isEmpty() ? ReturnAddress.of(from) : ReturnAddress.read(written);
        } catch (RefusedException wrong) {
            throw configuration.wrong(
                    "bounceAddress",
                    "must be an e-mail address such as bounces@example.org, or with a token as"
                            + " bounces+{token}@example.org, with up to 22 characters before {token}");
        }
    }

    private EmailAddress address(String key) {
        try {
            return EmailAddress.of(configuration.required(key));
        } catch (RefusedException wrong) {
            throw configuration.wrong(key, "must be an e-mail address such as noreply@example.org");
        }
    }

    private Limits limits() {
        return new Limits(
                TimeLimits.connect(configuration),
                TimeLimits.answer(configuration),
                configuration.number("connections", 1, 50),
                configuration.number("messagesPerConnection", 1, 10_000),
                Duration.ofSeconds(configuration.number("idleSeconds", 1, 3_600)));
    }
}
