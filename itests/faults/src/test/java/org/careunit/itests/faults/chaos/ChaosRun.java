package org.careunit.itests.faults.chaos;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.careunit.itests.faults.chaos.Caller.Shared;
import org.careunit.itests.faults.chaos.ChaosNode.Setting;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Jobs;

/** One seed: nodes, callers and harm for some seconds, then rest, then the verdict. */
final class ChaosRun {

    private static final int CALLERS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

    private final World world = new World();
    private final List<ChaosNode> nodes = new CopyOnWriteArrayList<>();
    private final List<Thread> callers = new ArrayList<>();
    private final Setting setting;
    private final long millis;
    private volatile boolean goesOn = true;

    private ChaosRun(long seed, Path base, long millis) {
        this.setting = new Setting(seed, base, seed % 3 == 0);
        this.millis = millis;
    }

    static List<String> onPostgres(long seed, Path base, long millis) throws Exception {
        ChaosRun run = new ChaosRun(seed, base, millis);
        try (Server server = new Server(TestStore.newPostgresUrl())) {
            int count = 1 + new Random(seed).nextInt(3);
            for (int i = 0; i < count; i++) {
                run.nodes.add(ChaosNode.on(server.url(), "node-" + i, run.world, run.setting));
            }
            return run.go(
                    new ServerMonkey(server, run.world, run.setting, run.nodes, run.callers), Optional.of(server));
        } finally {
            run.close();
        }
    }

    static List<String> onH2(long seed, Path base, long millis) throws Exception {
        ChaosRun run = new ChaosRun(seed, base, millis);
        try {
            run.nodes.add(ChaosNode.embedded(run.world, run.setting));
            return run.go(new EmbeddedMonkey(run.nodes, run.callers, seed), Optional.empty());
        } finally {
            run.close();
        }
    }

    private List<String> go(Monkey monkey, Optional<Server> server) throws Exception {
        Shared shared = new Shared(nodes, () -> goesOn);
        IntStream.range(0, CALLERS)
                .mapToObj(i -> new Thread(new Caller(world, shared, setting.seed() * CALLERS + i), "chaos-caller-" + i))
                .forEach(callers::add);
        callers.forEach(Thread::start);
        monkey.run(millis);
        goesOn = false;
        nodes.forEach(ChaosNode::heal);
        for (Thread caller : callers) {
            caller.join();
        }
        if (comesToRest(server)) {
            TestStore store = nodes.get(0).store;
            new InvariantChecks(world, store, setting.digest()).judge();
            store.jobs().setAside(10).forEach(job -> world.faults.add("A job was set aside: " + job));
            nodes.forEach(this::judgeCache);
        }
        System.out.printf(
                "Seed %d on %d nodes: %d events, %d cases withdrawn, %d messages taken, %d excuses, %d faults%n",
                setting.seed(),
                nodes.size(),
                world.acknowledged.size(),
                world.withdrawn.size(),
                world.taken.size(),
                world.excused.size(),
                world.faults.size());
        return world.faults;
    }

    /** Whether everything was brought and done, once nothing fails any more; a busy machine may be slow at it. */
    private boolean comesToRest(Optional<Server> server) {
        int taken;
        do {
            taken = world.taken.size();
            if (restsSoon(server)) {
                return true;
            }
        } while (world.taken.size() > taken);
        Jobs jobs = nodes.get(0).store.jobs();
        world.faults.add("It does not come to rest: " + jobs.waiting(5) + ", resting " + jobs.resting());
        return false;
    }

    private boolean restsSoon(Optional<Server> server) {
        Jobs jobs = nodes.get(0).store.jobs();
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until((Callable<Boolean>) () -> {
                        Caller.bringRest(world, nodes.get(0));
                        hurry(server);
                        return jobs.waiting(1).isEmpty();
                    });
            return true;
        } catch (ConditionTimeoutException busy) {
            return false;
        }
    }

    private void hurry(Optional<Server> server) throws Exception {
        for (ChaosNode node : nodes) {
            node.store.jobs().wake("send-email");
            node.store.jobs().wake("follow-up");
        }
        if (server.isPresent()) {
            server.get().hurryJobs();
        } else {
            nodes.get(0).store.execute("UPDATE job_queue SET due = CURRENT_TIMESTAMP WHERE state = 'LATER'");
        }
    }

    private void judgeCache(ChaosNode node) {
        for (int i = 0; i < 10; i++) {
            String key = "k" + i;
            try {
                await().atMost(SEEN_WITHIN).until(() -> node.versions.get(key).equals(node.version(key)));
            } catch (ConditionTimeoutException stale) {
                world.faults.add("Node " + node.name() + " has version " + node.versions.get(key) + " of " + key
                        + ", the store " + node.version(key));
            }
        }
    }

    private void close() {
        goesOn = false;
        nodes.forEach(ChaosNode::heal);
        nodes.forEach(ChaosNode::close);
    }
}
