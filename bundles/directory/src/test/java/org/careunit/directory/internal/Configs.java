package org.careunit.directory.internal;

import java.util.HashMap;
import java.util.Map;
import org.careunit.itests.peers.DirectoryPeer;
import org.careunit.operations.connection.AllowedHosts;

/** Configurations as a file would give them: what a test sets. */
public final class Configs {

    private Configs() {}

    /** @param values by their keys */
    public static DirectorySettings read(Map<String, Object> values) {
        return DirectorySettingsReader.read(values, AllowedHosts.ALL);
    }

    /** For a peer, without TLS. */
    public static Map<String, Object> plain(DirectoryPeer peer, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                peer.port(),
                "security",
                "plain",
                "user",
                DirectoryPeer.USER,
                ".password",
                DirectoryPeer.PASSWORD,
                "baseDn",
                DirectoryPeer.BASE));
        values.putAll(more);
        return values;
    }
}
