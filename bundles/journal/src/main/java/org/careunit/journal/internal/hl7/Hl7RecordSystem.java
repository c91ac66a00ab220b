package org.careunit.journal.internal.hl7;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.journal.internal.answers.JournalAnswer;
import org.careunit.journal.internal.answers.JournalFault;
import org.careunit.journal.internal.answers.RecordSystemClient;
import org.careunit.operations.connection.Host;

/** A record system that speaks HL7 v2 over MLLP, on one connection. */
public final class Hl7RecordSystem implements RecordSystemClient, AutoCloseable {

    private final MdmMessage messages;
    private final MllpConnection connection;
    private final Clock clock;

    public Hl7RecordSystem(Address address, MdmMessage.Receiver receiver, Clock clock, LongSupplier nanos) {
        this.messages = new MdmMessage(receiver);
        this.connection = new MllpConnection(
                new MllpConnection.Receiver(
                        address.host().name(),
                        address.host().port().orElseThrow(),
                        address.tls(),
                        address.connect(),
                        address.answer()),
                nanos);
        this.clock = clock;
    }

    /**
     * Where the receiver is and how to connect.
     *
     * @param host with its port
     * @param tls empty for a connection in clear
     * @param connect how long a connection may take
     * @param answer how long one answer may take
     */
    public record Address(Host host, Optional<SSLSocketFactory> tls, Duration connect, Duration answer) {}

    @Override
    public JournalAnswer send(CaseNotice notice) {
        if (!MdmMessage.isSent(notice.kind())) {
            return JournalAnswer.accepted("HL7 has no message for a case that was handled");
        }
        try {
            byte[] message = messages.write(notice, clock.instant());
            return connection.send(message, ControlId.of(notice.id())).answer();
        } catch (IOException notConnected) {
            return JournalAnswer.notSent(JournalFault.of(notConnected));
        }
    }

    @Override
    public JournalAnswer check() {
        try {
            connection.check();
            return JournalAnswer.accepted("connected");
        } catch (IOException notConnected) {
            return JournalAnswer.notSent(JournalFault.of(notConnected));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
