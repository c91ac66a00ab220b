package org.careunit.itests.faults.chaos;

import java.sql.SQLException;
import java.util.List;
import org.careunit.itests.faults.chaos.ChaosNode.Setting;

/** Harms nodes on a server: connections die or hang, nodes are frozen and given up for dead, or stopped and started. */
final class ServerMonkey extends Monkey {

    private final Server server;
    private final World world;
    private final Setting setting;
    private int started;

    ServerMonkey(Server server, World world, Setting setting, List<ChaosNode> nodes, List<Thread> callers) {
        super(nodes, callers, setting.seed());
        this.server = server;
        this.world = world;
        this.setting = setting;
    }

    @Override
    void harm() throws Exception {
        switch (random.nextInt(10)) {
            case 0, 1 -> server.killConnections(1 + random.nextInt(10));
            case 2 -> anyNode().cut();
            case 3, 4 -> hang(anyNode());
            case 5, 6 -> freeze(anyNode());
            case 7 -> interruptCallers();
            case 8 -> interruptWorkers();
            default -> {
                if (random.nextInt(4) == 0) {
                    restart();
                } else {
                    server.hurryJobs();
                }
            }
        }
    }

    private void hang(ChaosNode node) throws InterruptedException {
        node.hang();
        pause(50, 1500);
        node.goOn();
    }

    /** What it had in work others start again, as after a heartbeat that stayed out. */
    private void freeze(ChaosNode node) throws InterruptedException, SQLException {
        node.freeze();
        try {
            pause(50, 300);
            server.giveUp(node.name()).forEach(world::excuse);
            pause(300, 2000);
        } finally {
            node.thaw();
        }
    }

    private void restart() throws Exception {
        int place = random.nextInt(nodes.size());
        String name = "again-" + ++started;
        ChaosNode before = nodes.get(place);
        if (nodes.size() > 1) {
            nodes.remove(place);
            before.close();
            nodes.add(ChaosNode.on(server.url(), name, world, setting));
        } else {
            nodes.add(ChaosNode.on(server.url(), name, world, setting));
            nodes.remove(before);
            before.close();
        }
    }
}
