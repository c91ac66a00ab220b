package org.careunit.itests.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.careunit.itests.demo.host.Town;
import org.careunit.itests.example.Participants;
import org.careunit.itests.peers.DirectoryEntry;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.itests.peers.FhirPeer;
import org.careunit.itests.peers.MailCertificate;
import org.careunit.itests.peers.MailPeer;
import org.careunit.itests.peers.MailStage;
import org.careunit.itests.peers.MailboxPeer;
import org.careunit.itests.peers.SmsCentre;
import org.careunit.itests.peers.SmsFaults;

/**
 * The other ends: a directory that knows the town, a mail server with a mailbox, an SMS centre and a record system.
 *
 * @param pem the certificate to trust the servers by
 */
record Peers(DirectoryPeer directory, Mails mails, SmsCentre sms, FhirPeer records, String pem)
        implements AutoCloseable {

    /** The mail server, and the mailbox to which returns what it could not bring to its recipient in the end. */
    record Mails(MailPeer server, MailboxPeer mailbox, Returns returns) {}

    /** The account at the mail server. */
    static final String ACCOUNT = "careunit";

    /** The account's password, which is none worth keeping. */
    static final String SECRET = "feigned";

    private static final int ALWAYS = Integer.MAX_VALUE;

    static Peers start() throws IOException, GeneralSecurityException {
        MailCertificate certificate = certificate();
        String pem = Files.readString(certificate.pem());
        Folders.delete(certificate.pem().getParent());
        DirectoryPeer directory = DirectoryPeer.start();
        Town.units().forEach(unit -> fill(directory, unit));
        fillCast(directory);
        SmsCentre sms = SmsCentre.start();
        sms.faults().send(SmsFaults.Receipts.AFTER);
        return new Peers(directory, mails(certificate), sms, FhirPeer.open(certificate.context()), pem);
    }

    private static Mails mails(MailCertificate certificate) throws IOException {
        MailboxPeer mailbox = MailboxPeer.startWithTls(certificate);
        Returns returns = new Returns(mailbox);
        MailPeer server = new MailPeer(Clock.systemUTC())
                .withStartTls(certificate)
                .withLogin(ACCOUNT, SECRET)
                .tell(returns);
        server.start();
        server.faults().refuse(MailStage.RCPT, "550 5.1.1 No such user", Town.NO_SUCH_ADDRESS, ALWAYS);
        server.faults().refuse(MailStage.RCPT, "451 4.3.2 Busy, come again", Town.BUSY_ADDRESS, 1);
        return new Mails(server, mailbox, returns);
    }

    MailPeer mail() {
        return mails.server();
    }

    MailboxPeer mailbox() {
        return mails.mailbox();
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
        DirectoryEntry unit = directory.unit(Participants.UNIT, Participants.UNIT_NAME);
        Participants.UNIT_ATTRIBUTES.forEach(unit::with);
        unit.add();
        directory.unit(Participants.NEW_UNIT, Participants.NEW_UNIT_NAME).add();
        directory
                .staff(Participants.REGIONAL, Participants.UNIT, "Demo", "Exempelsson")
                .add();
        Participants.NUMBERS.forEach((staff, number) -> directory
                .staff(staff, Participants.UNIT, "Demo", "Exempelsson")
                .with("personalIdentityNumber", number.replaceAll("\\D", ""))
                .add());
    }

    @Override
    public void close() throws IOException {
        directory.close();
        mails.server().close();
        mails.mailbox().close();
        sms.close();
        records.close();
    }
}
