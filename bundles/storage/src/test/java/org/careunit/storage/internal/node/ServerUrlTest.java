package org.careunit.storage.internal.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.careunit.api.failure.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:5432/careunit",
                "jdbc:postgresql://127.9.8.7/careunit",
                "jdbc:postgresql://[::1]:5432/careunit",
                "jdbc:postgresql://127.0.0.1:5432,127.0.0.1:5433/careunit",
                "jdbc:postgresql://127.0.0.1/careunit?sslmode=disable"
            })
    void aLiteralLoopbackAddressMayDoWithoutTls(String url) {
        assertThat(ServerUrl.of(url).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/careunit",
                "jdbc:postgresql://db.example.org/careunit",
                "jdbc:postgresql://127.0.0.1.example.org/careunit",
                "jdbc:postgresql://127.0.0.256/careunit",
                "jdbc:postgresql://127.999.1.1:5432/careunit",
                "jdbc:postgresql://127.1/careunit",
                "jdbc:postgresql://[::ffff:127.0.0.1]/careunit",
                "jdbc:postgresql://0.0.0.0/careunit",
                "jdbc:postgresql://127.0.0.1@db.example.org/careunit",
                "jdbc:postgresql://127.0.0.1,,db.example.org/careunit",
                "jdbc:postgresql://127.0.0.1,db.example.org/careunit"
            })
    void aNameIsSpokenToByCheckedTls(String url) {
        assertThat(ServerUrl.of(url).url()).isEqualTo(url + "?sslmode=verify-full");
        assertThatThrownBy(() -> ServerUrl.of(url + "?sslmode=require"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("sslmode=require")
                .hasMessageContaining("verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reWriteBatchedInserts=true",
                "autocommit=false",
                "readOnly=true",
                "preferQueryMode=simple",
                "socketTimeout=1",
                "options=-c%20synchronous_commit=off",
                "password=secret",
                "autosave=always"
            })
    void whatWouldBreakUsIsPassedOver(String property) {
        ServerUrl url = ServerUrl.of("jdbc:postgresql://127.0.0.1/careunit?currentSchema=care&" + property);

        assertThat(url.url()).isEqualTo("jdbc:postgresql://127.0.0.1/careunit?currentSchema=care");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql:careunit, must name a host",
        "jdbc:postgresql://db.example.org, must name a host",
        "jdbc:oracle:thin:@db, must begin with",
        "'jdbc:postgresql://127.0.0.1/x?currentSchema=a,b', one schema"
    })
    void whatIsNoAddressIsRefused(String url, String why) {
        assertThatThrownBy(() -> ServerUrl.of(url))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(why);
    }
}
