package org.careunit.journal.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.api.identity.HsaId;
import org.careunit.journal.internal.hl7.MdmMessage;
import org.careunit.operations.connection.ClientCertificate;
import org.careunit.operations.connection.Endpoint;
import org.careunit.operations.connection.Security;

/**
 * One record system's configuration, read and checked.
 *
 * @param units whose record system this is
 * @param server empty if it is not set up
 */
record JournalSettings(SortedSet<HsaId> units, Optional<Server> server) {

    /**
     * Address, security and transport of the record system.
     *
     * @param client empty without mutual TLS
     * @param namesResident whether notices say who the resident is; only with mutual TLS
     * @param connect how long a connection may take
     * @param answer how long one answer may take
     * @param connections the most at once; HL7 has one, since its messages go one after the other
     */
    record Server(
            Endpoint endpoint,
            Optional<ClientCertificate> client,
            Transport transport,
            boolean namesResident,
            Duration connect,
            Duration answer,
            int connections) {

        /** Sockets for TLS, which show our certificate where there is one; empty for a connection in clear. */
        Optional<SSLSocketFactory> sockets() {
            return endpoint.security() == Security.PLAIN
                    ? Optional.empty()
                    : Optional.of(endpoint.trust().socketFactory(client));
        }

        /**
         * Fingerprint of everything that decides where notices go and how they are written; a passed test message is
         * valid for it only. It contains no secret.
         */
        String fingerprint() {
            String all = String.join(
                    "\n",
                    endpoint.address(),
                    endpoint.security().toString(),
                    endpoint.trust().certificates().toString(),
                    endpoint.login().map(Endpoint.Login::user).orElse(""),
                    client.map(ClientCertificate::fingerprint).orElse(""),
                    transport.toString(),
                    Boolean.toString(namesResident));
            return HexFormat.of().formatHex(sha256(all));
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java has SHA-256", impossible);
            }
        }
    }

    /** How notices are written and sent. */
    sealed interface Transport {

        /** FHIR R4; {@code path} is that of the base address, empty or beginning with a slash. */
        record Fhir(String path) implements Transport {}

        /** HL7 v2.5.1 over MLLP. */
        record Hl7(MdmMessage.Receiver receiver) implements Transport {}
    }
}
