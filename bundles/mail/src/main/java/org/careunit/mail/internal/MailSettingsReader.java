package org.careunit.mail.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.EmailAddress;
import org.careunit.mail.internal.MailSettings.Limits;
import org.careunit.mail.internal.MailSettings.Login;
import org.careunit.mail.internal.MailSettings.Security;
import org.careunit.mail.internal.MailSettings.Sender;
import org.careunit.mail.internal.MailSettings.Server;
import org.careunit.routes.Setting;

/** Reads the configuration. What is wrong is an {@link IllegalArgumentException} that names the key. */
final class MailSettingsReader {

    private final MailConfig config;

    private MailSettingsReader(MailConfig config) {
        this.config = config;
    }

    /** The settings; empty where no mail server is named. */
    static Optional<MailSettings> read(MailConfig config) {
        return config.host().isBlank() ? Optional.empty() : Optional.of(new MailSettingsReader(config).settings());
    }

    private MailSettings settings() {
        return new MailSettings(server(), login(), sender(), limits());
    }

    private Server server() {
        Server server = new Server(
                oneLine("host", config.host().strip()), number("port", config::port, 1, 65_535), security(), trust());
        if (server.security() == Security.PLAIN && !isThisMachine(server.host())) {
            throw wrong("security", "is plain, which is for a mail server on this machine only: use starttls or tls");
        }
        return server;
    }

    private Security security() {
        String text = config.security().strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Security.values())
                .filter(security -> security.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong("security", "must be starttls, tls or plain"));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }

    private Optional<Path> trust() {
        if (config.trustFile().isBlank()) {
            return Optional.empty();
        }
        Path file = Path.of(config.trustFile().strip());
        if (!Files.isReadable(file)) {
            throw wrong("trustFile", "names no file that can be read");
        }
        return Optional.of(file);
    }

    private Optional<Login> login() {
        if (config.user().isBlank()) {
            return Optional.empty();
        }
        if (config._password().isEmpty()) {
            throw wrong(".password", "must be given where 'user' is");
        }
        return Optional.of(new Login(oneLine("user", config.user()), oneLine(".password", config._password())));
    }

    private Sender sender() {
        EmailAddress from = address("from", config.from());
        EmailAddress bounces =
                config.bounceAddress().isBlank() ? from : address("bounceAddress", config.bounceAddress());
        return new Sender(from, oneLine("fromName", config.fromName().strip()), bounces);
    }

    private static EmailAddress address(String key, String text) {
        try {
            return EmailAddress.of(text);
        } catch (RefusedException e) {
            throw wrong(key, "must be an e-mail address such as noreply@example.org");
        }
    }

    private Limits limits() {
        return new Limits(
                Duration.ofMillis(number("connectMillis", config::connectMillis, 100, 60_000)),
                Duration.ofMillis(number("answerMillis", config::answerMillis, 100, 300_000)),
                number("connections", config::connections, 1, 50),
                number("messagesPerConnection", config::messagesPerConnection, 1, 10_000),
                Duration.ofSeconds(number("idleSeconds", config::idleSeconds, 1, 3_600)));
    }

    private static int number(String key, Supplier<Integer> value, int least, int most) {
        int number = Setting.of(key, value);
        if (number < least || number > most) {
            throw wrong(key, "is " + number + " and must be " + least + " to " + most);
        }
        return number;
    }

    private static String oneLine(String key, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(key, "holds a control character");
        }
        return text;
    }

    private static IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException("'" + key + "' " + what);
    }
}
