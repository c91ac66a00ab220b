package org.careunit.terms.internal.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.careunit.terms.internal.text.CanonicalTerms;

/** An Ed25519 key (RFC 8032), named by the beginning of its public half's SHA-256. */
record SigningKey(PrivateKey secret, PublicKey open) {

    private static final String ALGORITHM = "Ed25519";
    private static final int NAME = 16;

    static SigningKey random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws GeneralSecurityException if the two do not belong together, or either is no such key */
    static SigningKey of(String secret, String open) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        byte[] encoded = Base64.getDecoder().decode(secret);
        SigningKey key = new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)), opened(open));
        if (!verifies(key.open(), "probe", key.sign("probe"))) {
            throw new GeneralSecurityException("The two halves do not belong together");
        }
        return key;
    }

    /** @throws GeneralSecurityException if it is no such key */
    static PublicKey opened(String open) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(open)));
    }

    String name() {
        return name(open);
    }

    static String name(PublicKey open) {
        return HexFormat.of()
                .formatHex(CanonicalTerms.digest(open.getEncoded()))
                .substring(0, NAME);
    }

    String writtenSecret() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    String writtenOpen() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    /** In small hexadecimal digits. */
    String sign(String form) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(form.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean verifies(PublicKey open, String form, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(open);
            check.update(form.getBytes(StandardCharsets.UTF_8));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** Contains nothing of the key. */
    @Override
    public String toString() {
        return "key " + name();
    }
}
