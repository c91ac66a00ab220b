package org.careunit.directory.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.StaffId;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.testkit.fakes.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The directory service against a real LDAP server with the HSA schema. */
abstract class LdapStaffDirectoryFixture {

    static final HsaId UNIT = HsaId.of("SE1111111111-U001");
    static final StaffId TEST = StaffId.of("SE1111111111-A001");
    static final StaffId OTHER = StaffId.of("SE1111111111-A002");
    static final PersonNumber NUMBER = new PersonNumber("189001019802");
    static final Duration LIMIT = Duration.ofSeconds(1);

    final DirectoryPeer peer = DirectoryPeer.start();
    final SettableClock clock = new SettableClock();
    final AnswerCache cache = new AnswerCache();
    Port port;

    @BeforeEach
    void open() throws Exception {
        peer.unit(UNIT.value(), "Vårdcentralen Test")
                .with("hsaBusinessClassificationCode", "1504")
                .add();
        peer.staff(TEST.value(), UNIT.value(), "Test", "Testsson")
                .with("personalIdentityNumber", NUMBER.value())
                .with("hsaMiddleName", "Af")
                .with("hsaTitle", "Läkare")
                .with("mail", "test@example.org")
                .with("mobile", "+46 70 000 00 00")
                .with("nickName", "Hidden")
                .add();
        port = open(Map.of());
    }

    Port open(Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of("answerMillis", (int) LIMIT.toMillis()));
        all.putAll(settings);
        return new Port(Configs.plain(peer, all), clock, cache);
    }

    void reopen(Map<String, Object> settings) throws Exception {
        port.close();
        port = open(settings);
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        peer.close();
    }
}
