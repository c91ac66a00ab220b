package org.careunit.storage.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.careunit.operations.connection.TrustedCertificates;
import org.postgresql.ssl.WrappedFactory;

/** Creates TLS sockets to PostgreSQL by the rules of all our connections; the driver creates it by its name. */
public final class PostgresSockets extends WrappedFactory {

    /**
     * @param trusted the file with the certificates that the server's must come from; empty for those that the JVM
     *     trusts
     */
    public PostgresSockets(String trusted) throws IOException, CertificateException {
        Optional<Path> file = trusted.isEmpty() ? Optional.empty() : Optional.of(Path.of(trusted));
        factory = TrustedCertificates.of(file).socketFactory();
    }
}
