package org.careunit.journal.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;

/** News of cases, for tests. */
public final class Notices {

    public static final Instant TIME = Instant.parse("2026-03-05T07:00:03Z");
    public static final CaseRef CASE = new CaseRef(HsaId.of("SE1111111111-A1B2"), "A-2026:17");
    public static final UUID ID = UUID.fromString("0b7f9d5e-3a54-4a1c-9d5c-6c1b7a2e4f10");

    private Notices() {}

    public static CaseNotice of(Kind kind) {
        return new CaseNotice(ID, kind, CASE, 1, TIME, Optional.empty(), false);
    }

    public static CaseNotice about(Kind kind, String number, String name) {
        Identity resident = new Identity(new PersonNumber(number), Optional.ofNullable(name));
        return new CaseNotice(ID, kind, CASE, 2, TIME, Optional.of(resident), false);
    }

    public static CaseNotice test() {
        return new CaseNotice(ID, Kind.CREATED, CASE, 1, TIME, Optional.empty(), true);
    }
}
