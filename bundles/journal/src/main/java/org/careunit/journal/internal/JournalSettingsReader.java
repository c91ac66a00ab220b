package org.careunit.journal.internal;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.identity.HsaId;
import org.careunit.journal.internal.JournalSettings.Server;
import org.careunit.journal.internal.JournalSettings.Transport;
import org.careunit.journal.internal.hl7.Hl7Charset;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.careunit.operations.configuration.Configuration;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;
import org.careunit.operations.connection.TimeLimits;

/** Reads one configuration {@code careunit.journal}. */
final class JournalSettingsReader {

    private static final int HL7_PORT = 2575;
    private static final int LONGEST_NAME = 180;
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final Pattern NAME = Pattern.compile("[\\x20-\\x7E]*");

    private final Configuration configuration;
    private final Choice choice;

    private JournalSettingsReader(Configuration configuration) {
        this.configuration = configuration;
        this.choice = configuration.choice("transport", Choice.class);
    }

    /** The transports, as they are configured. */
    private enum Choice {
        FHIR,
        HL7
    }

    /** @throws RefusedException if a value is wrong; names the key */
    static JournalSettings read(Map<String, ?> given, AllowedHosts allowed) {
        Configuration configuration = Configuration.of(JournalConfig.PID, JournalConfig.class, given);
        return new JournalSettingsReader(configuration).read(allowed);
    }

    private JournalSettings read(AllowedHosts allowed) {
        if (configuration.choice("security", Security.class) == Security.STARTTLS) {
            throw configuration.wrong("security", "must be tls or plain: neither FHIR nor HL7 knows starttls");
        }
        Optional<Server> server = Endpoint.read(configuration, ports(), allowed).map(this::server);
        return new JournalSettings(units(), server);
    }

    private Map<Security, Integer> ports() {
        return choice == Choice.FHIR
                ? Map.of(Security.TLS, 443, Security.PLAIN, 80)
                : Map.of(Security.TLS, HL7_PORT, Security.PLAIN, HL7_PORT);
    }

    private SortedSet<HsaId> units() {
        SortedSet<HsaId> units = new TreeSet<>();
        for (String written : configuration.list("units")) {
            try {
                units.add(HsaId.of(written));
            } catch (RefusedException wrong) {
                throw configuration.wrong("units", "must be HSA-ids: " + wrong.getMessage());
            }
        }
        if (units.isEmpty()) {
            throw configuration.wrong("units", "must name one unit at least");
        }
        return units;
    }

    private Server server(Endpoint endpoint) {
        if (endpoint.hosts().size() > 1) {
            throw configuration.wrong("host", "must be one host");
        }
        if (choice == Choice.HL7 && endpoint.login().isPresent()) {
            throw configuration.wrong("user", "must be empty: HL7 over MLLP has no login");
        }
        Optional<ClientCertificate> client =
                ClientCertificate.read(configuration, "clientCertificate", ".clientPassword");
        if (client.isPresent() && endpoint.security() == Security.PLAIN) {
            throw configuration.wrong("clientCertificate", "must be empty where security is plain");
        }
        return new Server(
                endpoint,
                client,
                choice == Choice.FHIR ? fhir() : hl7(),
                namesResident(client),
                TimeLimits.connect(configuration),
                TimeLimits.answer(configuration),
                configuration.number("connections", 1, 50));
    }

    /** Only mutual TLS lets nobody else read who the resident is. */
    private boolean namesResident(Optional<ClientCertificate> client) {
        boolean isWanted = configuration.flag("resident");
        if (isWanted && client.isEmpty()) {
            throw configuration.wrong("resident", "must be false where there is no clientCertificate");
        }
        return isWanted;
    }

    private Transport fhir() {
        String path = configuration.text("path").replaceFirst("/+$", "");
        if (!PATH.matcher(path).matches()) {
            throw configuration.wrong("path", "must be a path such as /fhir/r4");
        }
        return new Transport.Fhir(path);
    }

    private Transport hl7() {
        return new Transport.Hl7(
                new Receiver(name("application"), name("facility"), configuration.choice("charset", Hl7Charset.class)));
    }

    private String name(String key) {
        String name = configuration.text(key);
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw configuration.wrong(key, "must have at most " + LONGEST_NAME + " letters, digits and signs of ASCII");
        }
        return name;
    }
}
