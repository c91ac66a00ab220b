package org.careunit.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators are told of an LDAP result: what is wrong and which key to look at, never a bare number. */
class DirectoryFaultTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "2, careunit.directory with careunit:directory-check",
                "8, '.password'",
                "11, narrow 'baseDn'",
                "13, 'security'",
                "17, 'attributes'",
                "18, 'staffFilter'",
                "32, 'baseDn'",
                "48, '.password'",
                "49, '.password'",
                "50, ask EK's operators for that right",
                "51, wait",
                "53, 'unitFilter'",
            })
    void aResultSaysWhatToLookAt(int code, String advice) {
        assertThat(sentence(code)).contains(advice).doesNotContainPattern("\\d");
    }

    @Test
    void aResultThatNobodyHasHeardOfIsAboutTheEntry() {
        assertThat(sentence(4711)).contains("ask EK's operators to look at the entry");
    }

    private static String sentence(int code) {
        return DirectoryFault.of(new LDAPException(ResultCode.valueOf(code))).sentence("");
    }
}
