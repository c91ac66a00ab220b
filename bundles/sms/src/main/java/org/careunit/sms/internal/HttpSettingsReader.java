package org.careunit.sms.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Host;
import org.careunit.operations.connection.TimeLimits;
import org.careunit.sms.internal.SmsSettings.Transport;
import org.careunit.sms.internal.callback.CallbackSecret;
import org.careunit.sms.internal.callback.CallbackSettings;
import org.careunit.sms.internal.callback.ReceiptForm;
import org.careunit.sms.internal.http.HttpAnswers;
import org.careunit.sms.internal.http.HttpGateway;
import org.careunit.sms.internal.http.RequestForm;

/** Reads the keys of {@code careunit.sms} that are about HTTP. */
final class HttpSettingsReader {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~/-]*");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{" + CallbackSecret.SHORTEST + ",100}");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]?]+=.*");
    private static final Pattern STATUS = Pattern.compile("([1345][0-9]{2})\\s*=\\s*([A-Za-z]+)");
    private static final Pattern STATE = Pattern.compile("([^=]{1,40}?)\\s*=\\s*([A-Za-z]+)");
    private static final Pattern DOOR_NAME = Pattern.compile("\\{(door|secret|id)}");

    private enum Method {
        GET,
        POST
    }

    private final Configuration configuration;

    HttpSettingsReader(Configuration configuration) {
        this.configuration = configuration;
    }

    Transport.Http read(Endpoint endpoint) {
        Optional<CallbackSettings> callbacks = callbacks();
        return new Transport.Http(
                new HttpGateway(
                        endpoint,
                        path("path"),
                        request(endpoint, callbacks),
                        new HttpAnswers(accepted(), statuses()),
                        configuration.number("window", 1, 1_000),
                        TimeLimits.connect(configuration),
                        TimeLimits.answer(configuration)),
                callbacks);
    }

    private String path(String key) {
        String path = configuration.text(key);
        if (!PATH.matcher(path).matches()) {
            throw configuration.wrong(key, "must be a path such as /cgi-bin/sendsms");
        }
        return path;
    }

    private RequestForm request(Endpoint endpoint, Optional<CallbackSettings> callbacks) {
        String template = configuration.required("request");
        Set<String> unknown = RequestForm.unknownNames(template);
        if (!unknown.isEmpty()) {
            throw configuration.wrong("request", "has names in braces that are none: " + String.join(", ", unknown));
        }
        if (!RequestForm.isJson(template)
                && !List.of(template.split("&")).stream()
                        .allMatch(one -> PARAMETER.matcher(one).matches())) {
            throw configuration.wrong("request", "must be parameters such as to={to}&text={text}, or a JSON object");
        }
        if (!template.contains("{text}") || !(template.contains("{to}") || template.contains("{number}"))) {
            throw configuration.wrong("request", "must have {text}, and {to} or {number}");
        }
        Map<String, String> login = new HashMap<>();
        endpoint.login().ifPresent(known -> {
            login.put("user", known.user());
            login.put("password", known.password());
        });
        boolean isPost = configuration.choice("method", Method.class) == Method.POST;
        String url = configuration.required("receiptUrl");
        return new RequestForm(template, login, isPost, part -> callbacks
                .map(open -> receiptUrl(url, open, part))
                .orElse(""));
    }

    private static String receiptUrl(String template, CallbackSettings callbacks, String part) {
        return DOOR_NAME
                .matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(
                        switch (name.group(1)) {
                            case "door" -> callbacks.address();
                            case "secret" -> callbacks.secret().reveal();
                            default -> part;
                        }));
    }

    private Pattern accepted() {
        try {
            return Pattern.compile(configuration.required("accepted"));
        } catch (PatternSyntaxException wrong) {
            throw configuration.wrong("accepted", "must be a regular expression: " + wrong.getDescription());
        }
    }

    private Map<Integer, DeliveryStatus> statuses() {
        Map<Integer, DeliveryStatus> meanings = new TreeMap<>();
        for (String written : configuration.list("statuses")) {
            Matcher form = STATUS.matcher(written);
            if (!form.matches()) {
                throw configuration.wrong("statuses", "must be pairs such as 422=permanent, not '" + written + "'");
            }
            meanings.put(Integer.valueOf(form.group(1)), CodeMeanings.read(configuration, "statuses", form.group(2)));
        }
        return meanings;
    }

    private Optional<CallbackSettings> callbacks() {
        int port = configuration.number("receiptPort", 0, 65_535);
        if (port == 0) {
            return Optional.empty();
        }
        Optional<ClientCertificate> certificate =
                ClientCertificate.read(configuration, "receiptCertificate", ".receiptCertificatePassword");
        Host host = Host.of(configuration.required("receiptHost"))
                .filter(written -> written.port().isEmpty())
                .orElseThrow(() -> configuration.wrong("receiptHost", "must be an address of this machine"));
        if (certificate.isEmpty() && !host.isThisMachine()) {
            throw configuration.wrong(
                    "receiptCertificate",
                    "must be given where receiptHost is not this machine, written as an address (127.0.0.1 or ::1)");
        }
        String secret = configuration.secret(".receiptSecret");
        if (!SECRET.matcher(secret).matches()) {
            throw configuration.wrong(
                    ".receiptSecret", "must be " + CallbackSecret.SHORTEST + " to 100 letters and digits");
        }
        return Optional.of(new CallbackSettings(
                new Host(host.name(), Optional.of(port)),
                certificate,
                path("receiptPath"),
                new CallbackSecret(secret),
                form()));
    }

    private ReceiptForm form() {
        List<String> names = configuration.list("receiptParameters");
        if (names.size() != 3 || Set.copyOf(names).size() != 3 || names.contains("secret")) {
            throw configuration.wrong(
                    "receiptParameters", "must be three different names, such as id, state, text; none of them secret");
        }
        return new ReceiptForm(names.get(0), names.get(1), names.get(2), states());
    }

    private Map<String, DeliveryStatus> states() {
        Map<String, DeliveryStatus> states = new TreeMap<>();
        for (String written : configuration.list("receiptStates")) {
            Matcher form = STATE.matcher(written);
            if (!form.matches()) {
                throw configuration.wrong("receiptStates", "must be pairs such as 1=delivered, not '" + written + "'");
            }
            states.put(
                    form.group(1).toLowerCase(Locale.ROOT),
                    CodeMeanings.ofState(configuration, "receiptStates", form.group(2)));
        }
        return states;
    }
}
