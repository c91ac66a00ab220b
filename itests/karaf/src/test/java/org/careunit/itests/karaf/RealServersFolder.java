package org.careunit.itests.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one server has all its files, its configuration in {@code etc}, below the module's {@code target}.
 *
 * @param path the folder
 */
record RealServersFolder(Path path) {

    private static final Path ALL = Path.of("target", "RealServers").toAbsolutePath();

    /** An empty one. */
    static RealServersFolder of(String name) throws IOException, InterruptedException {
        Path path = ALL.resolve(name);
        RealServersCommand.run("rm", "-rf", path.toString());
        Files.createDirectories(path.resolve("etc"));
        return new RealServersFolder(path);
    }

    /** A key, and a certificate of its own making for {@code localhost}. */
    void certify() throws IOException, InterruptedException {
        RealServersCommand.run(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                        + " -subj /CN=localhost -addext subjectAltName=DNS:localhost"
                        + " -keyout " + file("etc/key.pem") + " -out " + certificate())
                .split(" "));
    }

    Path certificate() {
        return file("etc/certificate.pem");
    }

    /** Puts a file of the tests' into {@code etc}, with this folder and a port in the places that are left open. */
    Path configure(String name, int port) throws IOException {
        try (InputStream resource = RealServersFolder.class.getResourceAsStream("/RealServers/" + name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    file("etc/" + name),
                    text.replace("{folder}", path.toString()).replace("{port}", Integer.toString(port)));
        }
    }

    void create(String... folders) throws IOException {
        for (String folder : folders) {
            Files.createDirectory(file(folder));
        }
    }

    /** Gives it, or a part of it, to the user that the server runs as. */
    void give(String user, String part) throws IOException, InterruptedException {
        RealServersCommand.run("chown", "-R", user + ":", file(part).toString());
    }

    Path file(String name) {
        return path.resolve(name);
    }
}
