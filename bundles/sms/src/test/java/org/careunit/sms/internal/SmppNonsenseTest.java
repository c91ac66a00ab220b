package org.careunit.sms.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.careunit.api.gateways.DeliveryStatus.ACCEPTED;
import static org.careunit.api.gateways.DeliveryStatus.TEMPORARY_FAILURE;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A gateway that speaks no SMPP, or none any more: no memory is taken for it, and the connection is made again. */
class SmppNonsenseTest {

    private static final int BIND = 9;
    private static final int SUBMIT = 4;
    private static final int ANSWER = 0x80000000;

    private ServerSocket door;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile byte[] toBind;
    private volatile byte[] toSubmit;

    @BeforeEach
    void listen() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "nonsense");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                connections.incrementAndGet();
                serve(guest);
            } catch (IOException gone) {
                // so do clients
            }
        }
    }

    private void serve(Socket guest) throws IOException {
        DataInputStream in = new DataInputStream(guest.getInputStream());
        DataOutputStream out = new DataOutputStream(guest.getOutputStream());
        while (true) {
            byte[] body = new byte[in.readInt() - 16];
            int command = in.readInt();
            in.readInt();
            int sequence = in.readInt();
            in.readFully(body);
            byte[] nonsense = command == BIND ? toBind : command == SUBMIT ? toSubmit : null;
            if (nonsense == null) {
                out.write(answer(command, sequence));
            } else {
                out.write(nonsense);
            }
            out.flush();
        }
    }

    /** As SMPP has it, with an id. */
    private static byte[] answer(int command, int sequence) throws IOException {
        byte[] id = "7\0".getBytes(US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(16 + id.length);
        out.writeInt(command | ANSWER);
        out.writeInt(0);
        out.writeInt(sequence);
        out.write(id);
        return bytes.toByteArray();
    }

    private static Stream<byte[]> nonsense() {
        byte[] noise = new byte[64];
        Arrays.fill(noise, (byte) 0xA5);
        return Stream.of(
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII),
                new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                new byte[] {0x7F, -1, -1, -16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                noise);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aGatewayThatAnswersSomethingElseIsNeverBoundAndTriedAgain(byte[] what) throws Exception {
        toBind = what;
        try (SmsFixture bench = new SmsFixture(Config.plain(door.getLocalPort()))) {
            await().until(bench::rests);
            toBind = null;
            await().atMost(Duration.ofSeconds(10)).until(bench::works);
            assertThat(bench.send("x").parts()).containsExactly("7");
        }
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void onALineThatTurnsIntoNonsenseThePartIsUnknownAndTheLinkIsMadeAgain(byte[] what) throws Exception {
        toSubmit = what;
        try (SmsFixture bench = new SmsFixture(Config.plain(door.getLocalPort()))) {
            await().until(bench::works);
            assertThat(bench.send("x").status()).isEqualTo(TEMPORARY_FAILURE);
            toSubmit = null;
            await().atMost(Duration.ofSeconds(10)).until(() -> connections.get() > 1 && bench.works());
            assertThat(bench.send("x").status()).isEqualTo(ACCEPTED);
        }
    }
}
