package org.careunit.operations.connection;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks servers' certificates by the JDK's rules, with issuers that have not expired, and reports which check failed.
 */
final class CheckedTrust extends X509ExtendedTrustManager {

    private final TrustedCertificates trusted;

    CheckedTrust(TrustedCertificates trusted) {
        this.trusted = trusted;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, type, manager -> manager.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, type, manager -> manager.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, type, manager -> manager.checkServerTrusted(chain, type));
    }

    private void check(X509Certificate[] chain, String type, Check check) throws CertificateException {
        checkDates(chain);
        X509ExtendedTrustManager manager = manager();
        try {
            check.with(manager);
        } catch (CertificateException untrusted) {
            throw new UntrustedCertificateException(fault(manager, chain, type), untrusted);
        }
    }

    private static void checkDates(X509Certificate[] chain) throws UntrustedCertificateException {
        for (X509Certificate one : chain) {
            if (!TrustedCertificates.isValid(one)) {
                throw new UntrustedCertificateException(
                        ConnectionFault.DATE, new CertificateException("Outside its dates"));
            }
        }
    }

    private X509ExtendedTrustManager manager() throws CertificateException {
        try {
            return trusted.manager();
        } catch (GeneralSecurityException noneIsValid) {
            boolean none = noneIsValid.getCause() instanceof InvalidAlgorithmParameterException;
            throw new UntrustedCertificateException(
                    none ? ConnectionFault.DATE : ConnectionFault.ISSUER, new CertificateException(noneIsValid));
        }
    }

    /** Which check failed: the one of the name is made last, so without it there is no failure. */
    private ConnectionFault fault(X509ExtendedTrustManager manager, X509Certificate[] chain, String type) {
        try {
            manager.checkServerTrusted(chain, type);
            return ConnectionFault.NAME;
        } catch (CertificateException noIssuer) {
            return isIssuedByAnExpired(chain) ? ConnectionFault.DATE : ConnectionFault.ISSUER;
        }
    }

    private boolean isIssuedByAnExpired(X509Certificate[] chain) {
        X509Certificate last = chain[chain.length - 1];
        return trusted.certificates().stream()
                .filter(TrustedCertificates::hasExpired)
                .anyMatch(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("This side takes no connections");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusted.certificates().toArray(X509Certificate[]::new);
    }

    /** One of the JDK's checks. */
    private interface Check {
        void with(X509ExtendedTrustManager manager) throws CertificateException;
    }
}
