package org.careunit.storage.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.careunit.storage.internal.database.Pools;
import org.careunit.storage.internal.node.StorageSettings;
import org.careunit.storage.internal.node.StorageSettings.Server;

/** Connections made as a node makes its own, for the peers it is measured against. */
public final class PeerPool {

    private PeerPool() {}

    public static HikariDataSource embedded(Path directory) throws SQLException {
        return Pools.open(new StorageSettings(Optional.empty(), directory, Path.of("unused"), 16, 16, "peer"));
    }

    public static HikariDataSource on(String url, String user) throws SQLException {
        return Pools.open(new StorageSettings(
                Optional.of(new Server(url, user, "")), Path.of("unused"), Path.of("unused"), 16, 16, "peer"));
    }
}
