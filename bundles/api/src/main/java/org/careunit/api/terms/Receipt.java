package org.careunit.api.terms;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.careunit.api.failure.RefusedException;
import org.careunit.api.failure.ValueProblem;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.ResidentHash;

/**
 * Proves which words a resident accepted, and when; for the host to keep with the case. It holds the words themselves,
 * so that nothing else is needed to show them later.
 *
 * @param unit never null
 * @param type never null
 * @param version which words; never null
 * @param text the words; never null
 * @param resident who accepted; never null
 * @param acceptedAt when, in whole milliseconds; never null
 * @param key names the key that it is signed with: 16 small hexadecimal digits; never null
 * @param signature Ed25519 (RFC 8032) over all the above: 128 small hexadecimal digits; never null
 */
public record Receipt(
        HsaId unit,
        CaseTypeKey type,
        TermsVersion version,
        TermsText text,
        ResidentHash resident,
        Instant acceptedAt,
        String key,
        String signature) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]*");

    /** @throws RefusedException if a component has another form */
    public Receipt {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(resident, "resident");
        requireHex("key", key, 16);
        requireHex("signature", signature, 128);
    }

    private static void requireHex(String what, String value, int digits) {
        Objects.requireNonNull(value, what);
        if (value.length() != digits || !HEX.matcher(value).matches()) {
            throw ValueProblem.TERMS_HEX.refusedAt(what, digits);
        }
    }

    /** Nothing of the resident. */
    @Override
    public String toString() {
        return "Receipt[" + unit + ", " + type + ", " + acceptedAt + ", key " + key + "]";
    }

    public Receipt withUnit(HsaId unit) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withType(CaseTypeKey type) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withVersion(TermsVersion version) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withText(TermsText text) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withResident(ResidentHash resident) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withAcceptedAt(Instant acceptedAt) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withKey(String key) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }

    public Receipt withSignature(String signature) {
        return new Receipt(unit, type, version, text, resident, acceptedAt, key, signature);
    }
}
