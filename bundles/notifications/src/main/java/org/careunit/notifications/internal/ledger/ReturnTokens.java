package org.careunit.notifications.internal.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.careunit.storage.Pseudonyms;
import org.careunit.storage.Pseudonyms.Purpose;

/**
 * Makes and reads the tokens in return addresses: the message's id and 80 bits of an HMAC of it. Both are written with
 * 32 signs without regard to case, since mail systems change the case of an address, and short enough for the 64 signs
 * of its local part.
 */
final class ReturnTokens {

    private static final int RADIX = 32;
    private static final int ID_SIGNS = 26;
    private static final int SEAL_SIGNS = 16;
    private static final int SEAL_HEX = 20;
    private static final Pattern FORM = Pattern.compile("[0-7][0-9a-v]{" + (ID_SIGNS + SEAL_SIGNS - 1) + "}");

    private final Pseudonyms pseudonyms;

    ReturnTokens(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String token(UUID messageId) {
        String hex = messageId.toString().replace("-", "");
        return signs(hex, ID_SIGNS) + seal(pseudonyms.of(Purpose.RETURN, messageId.toString()));
    }

    /** The message whose token it is; empty if it was not made here. */
    Optional<UUID> messageId(String token) {
        String written = token.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(written).matches()) {
            return Optional.empty();
        }
        UUID id = id(written.substring(0, ID_SIGNS));
        byte[] given = written.substring(ID_SIGNS).getBytes(US_ASCII);
        boolean isOurs = pseudonyms.all(Purpose.RETURN, id.toString()).stream()
                .map(pseudonym -> seal(pseudonym).getBytes(US_ASCII))
                .anyMatch(seal -> MessageDigest.isEqual(seal, given));
        return isOurs ? Optional.of(id) : Optional.empty();
    }

    private static UUID id(String signs) {
        BigInteger number = new BigInteger(signs, RADIX);
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }

    private static String seal(String pseudonym) {
        return signs(pseudonym.substring(0, SEAL_HEX), SEAL_SIGNS);
    }

    private static String signs(String hex, int length) {
        String signs = new BigInteger(1, HexFormat.of().parseHex(hex)).toString(RADIX);
        return "0".repeat(length - signs.length()) + signs;
    }
}
