package org.careunit.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Debian's packages of the servers. What is missing is installed, without a question, and nothing of it is started. */
final class RealServersPackages {

    private static final List<String> NAMES =
            List.of("slapd", "postfix", "postgresql-15", "openssl", "kannel", "dovecot-imapd");
    private static final Path MAY_START = Path.of("/usr/sbin/policy-rc.d");
    private static final Map<String, String> SILENT = Map.of("DEBIAN_FRONTEND", "noninteractive");

    private RealServersPackages() {}

    /** Whether this is root on Debian, and what is missing can be fetched. */
    static boolean canBeHad() throws IOException, InterruptedException {
        return RealServersCommand.run("id", "-u").strip().equals("0")
                && Files.isReadable(Path.of("/etc/debian_version"))
                && (installed()
                        || RealServersCommand.succeeds("apt-get", "-q", "-o", "APT::Update::Error-Mode=any", "update"));
    }

    static void install() throws IOException, InterruptedException {
        if (!installed()) {
            withoutStarting();
        }
        if (!RealServersCommand.succeeds("npm", "--version")) {
            RealServersCommand.run(SILENT, "sh", "-c", "apt-get install -q -y --no-install-recommends nodejs npm");
        }
    }

    private static boolean installed() throws InterruptedException {
        for (String name : NAMES) {
            if (!RealServersCommand.succeeds(
                    "sh", "-c", "dpkg-query -W -f '${Status}' " + name + " | grep -q 'ok installed'")) {
                return false;
            }
        }
        return true;
    }

    /** With a policy that starts nothing, which is left where there was one and otherwise removed. */
    private static void withoutStarting() throws IOException, InterruptedException {
        boolean ours = Files.notExists(MAY_START);
        try {
            if (ours) {
                Files.writeString(MAY_START, "#!/bin/sh\nexit 101\n");
                Files.setPosixFilePermissions(MAY_START, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            unpack();
        } finally {
            if (ours) {
                Files.delete(MAY_START);
            }
        }
    }

    private static void unpack() throws IOException, InterruptedException {
        RealServersCommand.run(
                SILENT,
                "sh",
                "-c",
                "printf '%s\\n' 'slapd slapd/no_configuration boolean true'"
                        + " 'postfix postfix/main_mailer_type select No configuration'"
                        + " 'postgresql-common postgresql-common/create_main_cluster boolean false'"
                        + " | debconf-set-selections");
        RealServersCommand.run(
                SILENT,
                "sh",
                "-c",
                "apt-get install -q -y --no-install-recommends --no-upgrade " + String.join(" ", NAMES));
    }
}
