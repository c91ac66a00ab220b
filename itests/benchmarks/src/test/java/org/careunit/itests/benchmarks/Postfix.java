package org.careunit.itests.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A postfix on this machine that writes what it takes into its queue, as ever, and throws it away then. */
final class Postfix implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final ServerProcess server = new ServerProcess("postfix");

    private Postfix() throws IOException {}

    static boolean isInstalled() {
        return ServerProcess.isInstalled(PROGRAM);
    }

    static Postfix start() throws IOException, InterruptedException {
        Postfix postfix = new Postfix();
        postfix.server.folders("postfix:", "etc", "queue", "data");
        postfix.server.configure("etc/main.cf", "/postfix/main.cf");
        postfix.server.configure("etc/master.cf", "/postfix/master.cf");
        postfix.server.start(postfix.command("start-fg"));
        return postfix;
    }

    private String[] command(String what) {
        return new String[] {
            PROGRAM.toString(), "-c", server.folder().resolve("etc").toString(), what
        };
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.stop(command("stop"));
    }
}
