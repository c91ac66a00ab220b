package org.careunit.itests.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.example.Cast;
import org.careunit.itests.peers.DirectoryEntry;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailStage;

/**
 * The other ends: a directory that knows the town, and a mail server.
 *
 * @param mailPem the certificate to trust the mail server by
 */
record Peers(DirectoryPeer directory, MailPeer mail, String mailPem) implements AutoCloseable {

    /** The account at the mail server. */
    static final String ACCOUNT = "careunit";

    /** The account's password, which is none worth keeping. */
    static final String SECRET = "feigned";

    private static final int ALWAYS = Integer.MAX_VALUE;

    static Peers start() throws IOException, GeneralSecurityException {
        MailCertificate certificate = certificate();
        String pem = Files.readString(certificate.pem());
        Folders.delete(certificate.pem().getParent());
        MailPeer mail =
                new MailPeer(Clock.systemUTC()).withStartTls(certificate).withLogin(ACCOUNT, SECRET);
        mail.start();
        mail.faults().refuse(MailStage.RCPT, "550 5.1.1 No such user", Town.NO_SUCH_ADDRESS, ALWAYS);
        mail.faults().refuse(MailStage.RCPT, "451 4.3.2 Busy, come again", Town.BUSY_ADDRESS, 1);
        DirectoryPeer directory = DirectoryPeer.start();
        Town.units().forEach(unit -> fill(directory, unit));
        fillCast(directory);
        return new Peers(directory, mail, pem);
    }

    /** In a folder of the system's, since the name of ours may hold a blank. */
    private static MailCertificate certificate() throws IOException, GeneralSecurityException {
        return MailCertificate.forHost("localhost", Files.createTempDirectory("careunit-demo"));
    }

    private static void fill(DirectoryPeer directory, Town.Unit unit) {
        directory.unit(unit.id(), unit.name()).with("mail", unit.mail()).add();
        for (Town.Person person : unit.staff()) {
            directory
                    .staff(person.id(), unit.id(), person.givenName(), person.surname())
                    .with("title", person.title())
                    .with("mail", person.mail())
                    .with("hsaConfidentialPerson", String.valueOf(person.confidential()))
                    .add();
        }
    }

    /** Whom the example of a host module has join. */
    private static void fillCast(DirectoryPeer directory) {
        DirectoryEntry unit = directory.unit(Cast.UNIT, Cast.UNIT_NAME);
        Cast.UNIT_ATTRIBUTES.forEach(unit::with);
        unit.add();
        directory.unit(Cast.NEW_UNIT, Cast.NEW_UNIT_NAME).add();
        directory.staff(Cast.REGIONAL, Cast.UNIT, "Demo", "Exempelsson").add();
        Cast.NUMBERS.forEach((staff, number) -> directory
                .staff(staff, Cast.UNIT, "Demo", "Exempelsson")
                .with("personalIdentityNumber", number.replaceAll("\\D", ""))
                .add());
    }

    @Override
    public void close() throws IOException {
        directory.close();
        mail.close();
    }
}
