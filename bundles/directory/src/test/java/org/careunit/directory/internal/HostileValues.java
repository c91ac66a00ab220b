package org.careunit.directory.internal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Hostile values of a directory. */
public final class HostileValues {

    private HostileValues() {}

    public static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(1200),
                Arbitraries.strings()
                        .withChars(
                                "\r\n\t\u0000\u0007\u001B\u202A\u202E\u2066\u2069\u2028\u0085\uFEFF\uD800 $\\24;<>@.-aZ09é")
                        .ofMaxLength(60),
                Arbitraries.strings().withChars("0123456789.,Z+- \n").ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("htps:/.[]%#?ae1 \r")
                        .ofMaxLength(40)
                        .map(text -> "http://" + text),
                Arbitraries.of(
                        "TRUE",
                        "test@example.org\r\nBcc: other@example.org",
                        "SE1111111111-A001\u0000",
                        "20250131000000Z",
                        "1-5#08:00#17:00"));
    }
}
