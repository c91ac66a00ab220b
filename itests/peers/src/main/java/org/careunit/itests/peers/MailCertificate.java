package org.careunit.itests.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate of its own making, by the JDK's keytool.
 *
 * @param context for a server that has them
 * @param pem the certificate's file, for a client that trusts it
 */
public record MailCertificate(SSLContext context, Path pem) {

    private static final String ALIAS = "peer";
    private static final String PASSWORD = "for-tests-only";

    /**
     * Makes one.
     *
     * @param host the name it is for
     * @param folder where its files go
     */
    public static MailCertificate forHost(String host, Path folder) throws IOException, GeneralSecurityException {
        return make(host, folder, host, "-validity 2");
    }

    /** Makes one that has expired. */
    public static MailCertificate expired(String host, Path folder) throws IOException, GeneralSecurityException {
        return make(host, folder, host + "-expired", "-startdate -30d -validity 10");
    }

    private static MailCertificate make(String host, Path folder, String file, String validity)
            throws IOException, GeneralSecurityException {
        Path keys = folder.resolve(file + ".p12");
        Files.deleteIfExists(keys);
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair -keyalg EC -storetype PKCS12 " + validity + " -alias " + ALIAS + " -dname CN=" + host
                        + " -ext san=dns:" + host + " -storepass " + PASSWORD + " -keystore",
                keys);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(keys)) {
            store.load(stored, PASSWORD.toCharArray());
        }
        return new MailCertificate(context(store), pem(store, folder.resolve(file + ".pem")));
    }

    private static void run(String tool, String arguments, Path file) throws IOException {
        String[] words = (tool + " " + arguments + " " + file).split(" ");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", e);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Path pem(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(store.getCertificate(ALIAS).getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
