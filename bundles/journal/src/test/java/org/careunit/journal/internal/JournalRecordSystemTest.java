package org.careunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.careunit.itests.peers.FhirFault;
import org.careunit.itests.peers.FhirPeer;
import org.careunit.itests.peers.MllpFault;
import org.careunit.itests.peers.MllpPeer;
import org.careunit.operations.connection.AllowedHosts;
import org.careunit.routes.ChannelState;
import org.careunit.routes.internal.TestRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A record system through its routes, with a peer at the other end. */
class JournalRecordSystemTest {

    private TestRoutes routes;
    private JournalRecordSystem system;
    private long nanos;

    private JournalRecordSystem open(Map<String, String> configuration) throws Exception {
        Map<String, String> given = new HashMap<>(
                Map.of("units", "SE1111111111-A1B2", "host", "127.0.0.1", "security", "plain", "answerMillis", "500"));
        given.putAll(configuration);
        JournalSettings.Server server =
                JournalSettingsReader.read(given, AllowedHosts.ALL).server().orElseThrow();
        routes = new TestRoutes(new JournalRoutes("journal-test", server, Clock.systemUTC()));
        return new JournalRecordSystem(server, routes, new JournalMetrics(), Clock.systemUTC(), () -> nanos);
    }

    @AfterEach
    void closeRoutes() {
        routes.close();
    }

    private DeliveryStatus send(Kind kind) {
        return system.send(Notices.of(kind)).result().status();
    }

    private void restIsOver() {
        nanos += 31_000_000_000L;
    }

    @Nested
    class OverFhir {

        private FhirPeer peer;

        @BeforeEach
        void open() throws Exception {
            peer = FhirPeer.open();
            system = JournalRecordSystemTest.this.open(Map.of(
                    "port",
                    Integer.toString(peer.port()),
                    "path",
                    FhirPeer.PATH,
                    "user",
                    "careunit",
                    ".password",
                    "hemligt",
                    "connections",
                    "2"));
        }

        @AfterEach
        void close() {
            peer.close();
        }

        @Test
        void aCaseBecomesATaskAndIsCompleted() {
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.tasks().statuses()).containsExactly("requested");
            peer.tasks().setAll("description", "deras egen anteckning: å, ä, ö");
            assertThat(send(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.tasks().statuses()).containsExactly("completed");
            assertThat(peer.tasks().all().values().iterator().next()).contains("deras egen anteckning: å, ä, ö");
            assertThat(peer.requests()).allSatisfy(request -> assertThat(request.authorization())
                    .contains("Basic Y2FyZXVuaXQ6aGVtbGlndA=="));
        }

        @Test
        void whateverIsLostOnTheWayThereIsOneTask() {
            for (FhirFault fault : List.of(FhirFault.LOST, FhirFault.MEGABYTE, FhirFault.SILENCE)) {
                peer.show(fault);
                RecordSystemAnswer answer = system.send(Notices.of(Kind.CREATED));
                assertThat(answer.result().status()).as(fault.name()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
                assertThat(answer.isCertain()).as(fault.name()).isFalse();
            }
            restIsOver();
            peer.show(FhirFault.NONE);
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.tasks().all()).hasSize(1);
        }

        @Test
        void aRefusedLoginRestsTheChannel() {
            peer.show(FhirFault.LOGIN);
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThat(peer.requests()).hasSize(1);
            assertThat(system.isReachable()).isFalse();
            assertThat(system.state().explanation()).contains("refuses our login", "'.password'");
            peer.show(FhirFault.NONE);
            assertThat(system.check()).isEqualTo("200");
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
        }

        @Test
        void aWrongAddressRestsTheChannel() {
            peer.show(FhirFault.ELSEWHERE);
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThatThrownBy(system::check)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("'path'");
        }

        @Test
        void aThrottlingServerSaysWhenToComeAgain() {
            peer.show(FhirFault.THROTTLED);
            RecordSystemAnswer answer = system.send(Notices.of(Kind.CREATED));
            assertThat(answer.result().status()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
            assertThat(answer.isCertain()).isTrue();
            assertThat(answer.notBefore()).isPresent();
            assertThat(system.isReachable()).isTrue();
        }

        @Test
        void whatIsRefusedIsParkedWithoutItsText() {
            peer.show(FhirFault.INVALID);
            RecordSystemAnswer answer = system.send(Notices.of(Kind.CREATED));
            assertThat(answer.result().status()).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
            assertThat(answer.result().reason()).isEqualTo("422: invalid at Task.for");
        }

        @Test
        void aTaskThatIsAlwaysChangedThereIsParkedAfterThreeTimes() {
            send(Kind.CREATED);
            peer.show(FhirFault.CONFLICT);
            assertThat(send(Kind.COMPLETED)).isEqualTo(DeliveryStatus.TECHNICAL_FAILURE);
            assertThat(peer.requests().stream()
                            .filter(request -> request.method().equals("PUT")))
                    .hasSize(3);
        }

        @Test
        void aRecordSystemMayCompleteDeleteOrMoveTheTask() {
            send(Kind.CREATED);
            peer.tasks().renameAll();
            assertThat(send(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.tasks().statuses()).containsExactly("completed");
            int before = peer.requests().size();
            assertThat(send(Kind.CANCELLED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.tasks().statuses()).containsExactly("completed");
            assertThat(peer.requests()).hasSize(before + 1);
            peer.tasks().deleteAll();
            assertThat(send(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
        }

        @Test
        void aServerThatIsDownRestsTheChannelAfterThreeAttempts() {
            peer.close();
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
            }
            assertThat(system.send(Notices.of(Kind.CREATED)).isCertain()).isTrue();
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.UNAVAILABLE);
            assertThat(system.state().status()).isEqualTo(ChannelState.Status.RESTING);
        }
    }

    @Nested
    class OverHl7 {

        private MllpPeer peer;

        @BeforeEach
        void open() throws Exception {
            peer = MllpPeer.open();
            system = JournalRecordSystemTest.this.open(
                    Map.of("transport", "hl7", "port", Integer.toString(peer.port())));
        }

        @AfterEach
        void close() throws Exception {
            peer.close();
        }

        @Test
        void aCaseIsToldWithdrawnAndNotCompleted() {
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(send(Kind.COMPLETED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(send(Kind.CANCELLED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.messages()).hasSize(2);
            assertThat(peer.messages().get(0)).contains("MDM^T01").doesNotContain("1912");
            assertThat(peer.messages().get(1)).contains("MDM^T11");
            assertThat(peer.connections()).isEqualTo(1);
        }

        @Test
        void whatHasNoAnswerGoesOutAgainUnderTheSameId() {
            peer.show(MllpFault.SILENCE);
            assertThat(system.send(Notices.of(Kind.CREATED)).isCertain()).isFalse();
            peer.show(MllpFault.NONE);
            assertThat(send(Kind.CREATED)).isEqualTo(DeliveryStatus.ACCEPTED);
            assertThat(peer.messages().get(0).split("\\|")[9])
                    .isEqualTo(peer.messages().get(1).split("\\|")[9]);
        }

        @Test
        void aCheckConnects() throws Exception {
            assertThat(system.check()).isEqualTo("connected");
            peer.close();
        }
    }
}
