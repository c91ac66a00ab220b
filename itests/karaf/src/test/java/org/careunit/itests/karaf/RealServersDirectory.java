package org.careunit.itests.karaf;

import java.io.IOException;
import java.util.Map;

/** OpenLDAP, with the attributes that EK has; it wants TLS before a login, and a login before it answers. */
final class RealServersDirectory {

    private static final String USER = "openldap";

    private final RealServersFolder folder;
    private final int port = RealServersProcess.freePort();
    private RealServersProcess process;

    private RealServersDirectory(RealServersFolder folder) {
        this.folder = folder;
    }

    static RealServersDirectory start() throws IOException, InterruptedException {
        RealServersDirectory directory = new RealServersDirectory(RealServersFolder.of("slapd"));
        directory.load();
        directory.resume();
        return directory;
    }

    private void load() throws IOException, InterruptedException {
        folder.certify();
        folder.create("config", "entries");
        String schema = folder.configure("slapd.ldif", port).toString();
        String entries = folder.configure("entries.ldif", port).toString();
        String people = folder.configure("people.ldif", port).toString();
        folder.give(USER, "");
        add("0", schema);
        add("1", entries);
        add("1", people);
    }

    private void add(String database, String ldif) throws IOException, InterruptedException {
        RealServersCommand.run(RealServersCommand.as(USER, "slapadd", "-n", database, "-F", config(), "-l", ldif));
    }

    void resume() throws IOException {
        process = RealServersProcess.start(
                port,
                folder.file("slapd.log"),
                RealServersCommand.as(USER, "slapd", "-F", config(), "-h", "ldap://127.0.0.1:" + port, "-d", "0"));
    }

    private String config() {
        return folder.file("config").toString();
    }

    /** What {@code careunit.directory.cfg} says. */
    Map<String, String> configuration() {
        return Map.of(
                "host", "localhost:" + port,
                "security", "starttls",
                "trustedCertificates", folder.certificate().toString(),
                "user", "cn=careunit,o=Region Test,c=SE",
                ".password", "feigned",
                "baseDn", "o=Region Test,c=SE",
                "cacheMinutes", "0");
    }

    void stop() throws IOException, InterruptedException {
        process.stop("kill", Long.toString(process.pid()));
    }
}
