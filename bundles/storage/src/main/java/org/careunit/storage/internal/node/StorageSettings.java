package org.careunit.storage.internal.node;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.careunit.storage.StorageProblem;

/**
 * Where the data is and how much of this node it may use.
 *
 * @param server the PostgreSQL server; empty for the embedded store
 * @param directory where the embedded store keeps its files; never null
 * @param secrets the file with the secrets of pseudonyms; never null
 * @param connections the most connections to the database
 * @param workers the most jobs at once
 * @param node this node's name, as jobs and logs show it; never null
 */
public record StorageSettings(
        Optional<Server> server, Path directory, Path secrets, int connections, int workers, String node) {

    public StorageSettings {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(node, "node");
    }

    public boolean isEmbedded() {
        return server.isEmpty();
    }

    /** Where the data is, for operators: the server and the login, or the embedded store's directory. */
    public String place() {
        return server.map(Object::toString).orElseGet(() -> "embedded, in " + directory);
    }

    /**
     * The name by which the file with the secrets knows the database: an address without login and properties, or the
     * embedded store's directory as that file sees it, so that both may move together. Without blanks, in ASCII.
     */
    public String database() {
        return server.map(Server::database).orElseGet(this::embedded).replaceAll("[^!-\\[\\]-~]", "_");
    }

    private String embedded() {
        Path files = directory.toAbsolutePath().normalize();
        Path beside = secrets.toAbsolutePath().normalize().getParent();
        return "embedded:" + (files.startsWith(beside) ? beside.relativize(files) : files);
    }

    /**
     * A PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/database}, with the properties that {@link ServerUrl} lets through;
     *     never null
     * @param user whom to log in as; never null
     * @param password never null, may be empty
     * @param trusted the file with the certificates that its must come from; empty for those that the JVM trusts
     */
    public record Server(String url, String user, String password, Optional<Path> trusted) {

        private static final Pattern SCHEMA = Pattern.compile("[?&]currentSchema=([^&]+)");

        public Server {
            url = ServerUrl.of(url).url();
            if (user.isBlank()) {
                throw StorageProblem.USER.refused();
            }
            Objects.requireNonNull(password, "password");
            Objects.requireNonNull(trusted, "trusted");
        }

        public Server(String url, String user, String password) {
            this(url, user, password, Optional.empty());
        }

        private String database() {
            Matcher schema = SCHEMA.matcher(url);
            String place = url.replaceFirst("^jdbc:postgresql:/*", "").replaceFirst("\\?.*", "");
            return place.toLowerCase(Locale.ROOT) + (schema.find() ? "#" + schema.group(1) : "");
        }

        /** How it is named to operators, in logs too: without properties and password. */
        @Override
        public String toString() {
            return url.replaceFirst("\\?.*", "") + " as " + user;
        }
    }
}
