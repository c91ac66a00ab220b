package org.careunit.sms.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.sms.SmsText.Reference;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.careunit.operations.connection.TimeLimits;
import org.careunit.sms.internal.SmsSettings.Gateway;
import org.careunit.sms.internal.SmsSettings.ReceiptRules;
import org.careunit.sms.internal.SmsSettings.Transport;
import org.careunit.sms.internal.encoding.Countries;
import org.careunit.sms.internal.encoding.Packing;
import org.careunit.sms.internal.encoding.Sender;
import org.careunit.sms.internal.encoding.SmsEncoder;
import org.careunit.sms.internal.receipts.ReceiptIds;
import org.careunit.sms.internal.receipts.ReceiptOutcomes;
import org.careunit.sms.internal.smpp.SmppServer;

/** Reads the configuration {@code careunit.sms}. */
final class SmsSettingsReader {

    private static final Map<Security, Integer> SMPP_PORTS =
            Map.of(Security.TLS, 3550, Security.STARTTLS, 3550, Security.PLAIN, 2775);
    private static final Map<Security, Integer> HTTP_PORTS =
            Map.of(Security.TLS, 443, Security.STARTTLS, 443, Security.PLAIN, 13_013);
    private static final Pattern ERROR = Pattern.compile("0*([0-9A-Fa-f]{1,6})\\s*=\\s*([A-Za-z]+)");
    private static final int LONGEST_USER = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;

    private enum Protocol {
        SMPP,
        HTTP
    }

    private final Configuration configuration;

    private SmsSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws RefusedException if a value is wrong; names the key */
    static SmsSettings read(Map<String, ?> given, AllowedHosts allowed) {
        Configuration configuration = Configuration.of(SmsConfig.PID, SmsConfig.class, given);
        SmsSettingsReader reader = new SmsSettingsReader(configuration);
        return new SmsSettings(
                Endpoint.read(configuration, reader.ports(), allowed).map(reader::gateway));
    }

    private Map<Security, Integer> ports() {
        return protocol() == Protocol.HTTP ? HTTP_PORTS : SMPP_PORTS;
    }

    private Protocol protocol() {
        return configuration.choice("protocol", Protocol.class);
    }

    private Gateway gateway(Endpoint endpoint) {
        if (endpoint.hosts().size() > 1) {
            throw configuration.wrong("host", "must be one host");
        }
        if (endpoint.security() == Security.STARTTLS) {
            throw configuration.wrong("security", "must be tls or plain");
        }
        Transport transport = protocol() == Protocol.HTTP
                ? new HttpSettingsReader(configuration).read(endpoint)
                : new Transport.Smpp(server(endpoint));
        return new Gateway(transport, sender(), encoder(), countries(), receipts());
    }

    private SmppServer server(Endpoint endpoint) {
        endpoint.login().ifPresent(login -> {
            requireLength("user", login.user(), LONGEST_USER);
            requireLength(".password", login.password(), LONGEST_PASSWORD);
        });
        requireLength("systemType", configuration.text("systemType"), LONGEST_SYSTEM_TYPE);
        return new SmppServer(
                endpoint,
                configuration.text("systemType"),
                configuration.number("window", 1, 1_000),
                TimeLimits.connect(configuration),
                TimeLimits.answer(configuration),
                Duration.ofSeconds(configuration.number("enquireSeconds", 1, 3_600)));
    }

    private void requireLength(String key, String value, int most) {
        if (value.length() > most) {
            throw configuration.wrong(key, "must have at most " + most + " characters; SMPP carries no more");
        }
    }

    private Sender sender() {
        return Sender.of(configuration.required("sender"))
                .orElseThrow(() -> configuration.wrong(
                        "sender",
                        "must be a name of 1 to 11 letters A to Z and digits, a number such as +46701234567, or a short"
                                + " number"));
    }

    private SmsEncoder encoder() {
        Reference reference =
                switch (configuration.number("referenceBits", 8, 16)) {
                    case 8 -> Reference.EIGHT_BIT;
                    case 16 -> Reference.SIXTEEN_BIT;
                    default -> throw configuration.wrong("referenceBits", "must be 8 or 16");
                };
        return new SmsEncoder(reference, configuration.choice("packing", Packing.class));
    }

    private Countries countries() {
        List<String> prefixes = configuration.list("countries").stream()
                .map(written -> written.equals("*") ? "+" : written)
                .toList();
        if (prefixes.isEmpty() || !prefixes.stream().allMatch(Countries::isPrefix)) {
            throw configuration.wrong("countries", "must be beginnings of numbers such as +46, +47, or *");
        }
        return new Countries(prefixes);
    }

    private ReceiptRules receipts() {
        return new ReceiptRules(
                configuration.choice("receiptIds", ReceiptIds.class), form(), new ReceiptOutcomes(errors(), zone()));
    }

    private Optional<Pattern> form() {
        String written = configuration.text("receiptForm");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!written.contains("(?<id>") || !written.contains("(?<state>")) {
            throw configuration.wrong("receiptForm", "must have the groups (?<id>…) and (?<state>…)");
        }
        try {
            return Optional.of(Pattern.compile(written));
        } catch (PatternSyntaxException wrong) {
            throw configuration.wrong("receiptForm", "must be a regular expression: " + wrong.getDescription());
        }
    }

    private Map<String, DeliveryStatus> errors() {
        Map<String, DeliveryStatus> errors = new TreeMap<>();
        for (String written : configuration.list("errorCodes")) {
            Matcher form = ERROR.matcher(written);
            if (!form.matches()) {
                throw configuration.wrong("errorCodes", "must be pairs such as 11=temporary, not '" + written + "'");
            }
            errors.put(form.group(1), CodeMeanings.read(configuration, "errorCodes", form.group(2)));
        }
        return errors;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(configuration.text("receiptZone"));
        } catch (DateTimeException unknown) {
            throw configuration.wrong("receiptZone", "must be a time zone such as Europe/Stockholm");
        }
    }
}
