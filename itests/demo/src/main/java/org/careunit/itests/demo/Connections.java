package org.careunit.itests.demo;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.FhirPeer;
import org.careunit.itests.peers.MailboxPeer;

/**
 * Tells Careunit's adapters where the peers are, with TLS and a login where a peer has them, as it would be in earnest.
 */
record Connections(Path etc, Peers peers) {

    /** Whose SMS are from. */
    private static final String SENDER = "Careunit";

    void write(Path archive) throws IOException {
        Path directory = peers.directory().certificate().writeTo(etc.resolve("demo-directory.pem"));
        Path servers = Files.writeString(etc.resolve("demo-servers.pem"), peers.pem());
        directory(directory);
        mail(servers);
        returnedMail(servers);
        sms();
        recordSystem(servers);
        append("careunit.archive-default.cfg", "directory = " + archive);
        append("careunit.notifications.cfg", "link = https://e-tjanster.example.org/\ndigestMinutes = 1");
    }

    private void directory(Path trusted) throws IOException {
        append(
                "careunit.directory.cfg",
                """
                host = localhost
                port = %d
                trustedCertificates = %s
                user = %s
                .password = %s
                baseDn = %s"""
                        .formatted(
                                peers.directory().tlsPort(),
                                trusted,
                                DirectoryPeer.USER,
                                DirectoryPeer.PASSWORD,
                                DirectoryPeer.BASE));
    }

    private void mail(Path trusted) throws IOException {
        append(
                "careunit.mail.cfg",
                """
                host = localhost
                port = %d
                security = starttls
                trustedCertificates = %s
                user = %s
                .password = %s
                from = inga-svar@example.org
                fromName = Demo 1177 e-tjänster
                bounceAddress = studs+{token}@example.org"""
                        .formatted(peers.mail().port(), trusted, Peers.ACCOUNT, Peers.SECRET));
    }

    private void returnedMail(Path trusted) throws IOException {
        append(
                "careunit.bounces.cfg",
                """
                host = localhost
                port = %d
                trustedCertificates = %s
                user = %s
                .password = %s
                pollSeconds = 5"""
                        .formatted(peers.mailbox().port(), trusted, MailboxPeer.USER, MailboxPeer.PASSWORD));
    }

    private void sms() throws IOException {
        append(
                "careunit.sms.cfg",
                """
                host = 127.0.0.1
                port = %d
                security = plain
                user = %s
                .password = %s
                sender = %s"""
                        .formatted(peers.sms().port(), Peers.ACCOUNT, Peers.SECRET, SENDER));
    }

    private void recordSystem(Path trusted) throws IOException {
        append(
                "careunit.journal-demo.cfg",
                """
                units = %s
                host = localhost
                port = %d
                path = %s
                trustedCertificates = %s
                user = %s
                .password = %s"""
                        .formatted(
                                Town.RECORDS_UNIT.id(),
                                peers.records().port(),
                                FhirPeer.PATH,
                                trusted,
                                Peers.ACCOUNT,
                                Peers.SECRET));
    }

    private void append(String file, String lines) throws IOException {
        Files.writeString(etc.resolve(file), "\n" + lines + "\n", APPEND, CREATE);
    }
}
