package org.careunit.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** Debian's PostgreSQL 15, where Careunit is an ordinary user with a database of its own. */
final class RealServersDatabase {

    private static final String USER = "postgres";
    private static final String PASSWORD = "feigned";
    private static final String PROGRAMS = "/usr/lib/postgresql/15/bin/";

    private final RealServersFolder folder;
    private final int port = RealServersProcess.freePort();
    private RealServersProcess process;

    private RealServersDatabase(RealServersFolder folder) {
        this.folder = folder;
    }

    static RealServersDatabase start() throws IOException, InterruptedException {
        RealServersDatabase database = new RealServersDatabase(RealServersFolder.of("postgresql"));
        database.create();
        database.resume();
        try {
            database.sql("CREATE ROLE careunit LOGIN PASSWORD '" + PASSWORD + "'");
            database.sql("CREATE DATABASE careunit OWNER careunit");
            return database;
        } catch (IOException failed) {
            database.stop();
            throw failed;
        }
    }

    private void create() throws IOException, InterruptedException {
        String password =
                Files.writeString(folder.file("etc/password"), PASSWORD).toString();
        folder.give(USER, "");
        RealServersCommand.run(RealServersCommand.as(
                USER,
                PROGRAMS + "initdb",
                "--pgdata=" + data(),
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + password));
    }

    /** Starts it again with what it had. */
    void resume() throws IOException {
        process = RealServersProcess.start(
                port,
                folder.file("postgresql.log"),
                RealServersCommand.as(
                        USER,
                        PROGRAMS + "postgres",
                        "-D",
                        data(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="));
    }

    private String data() {
        return folder.file("data").toString();
    }

    private void sql(String statement) throws IOException, InterruptedException {
        RealServersCommand.run(
                Map.of("PGPASSWORD", PASSWORD),
                PROGRAMS + "psql",
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=" + USER,
                "--command=" + statement);
    }

    /** What {@code careunit.storage.cfg} says. */
    Map<String, String> configuration() {
        return Map.of(
                "url", "jdbc:postgresql://127.0.0.1:" + port + "/careunit", "user", "careunit", ".password", PASSWORD);
    }

    /** Ends all connections, too. */
    void stop() throws IOException, InterruptedException {
        process.stop("kill", "-INT", Long.toString(process.pid()));
    }
}
