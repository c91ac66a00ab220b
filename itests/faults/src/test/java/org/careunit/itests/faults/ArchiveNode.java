package org.careunit.itests.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.careunit.api.access.AccessControl;
import org.careunit.api.casetypes.CaseTypeCatalogue;
import org.careunit.api.casetypes.CaseTypes;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.units.CareUnit;
import org.careunit.archive.internal.ArchiveMetrics;
import org.careunit.archive.internal.ArchiveRoutes;
import org.careunit.archive.internal.ArchiveTargets;
import org.careunit.archive.internal.SipArchiveGateway;
import org.careunit.archive.internal.TargetSettings;
import org.careunit.archive.internal.packages.SipPackages;
import org.careunit.routes.internal.TestRoutes;
import org.careunit.settings.internal.SettingsContext;
import org.careunit.settings.internal.archive.ArchiveRunsComponent;
import org.careunit.settings.internal.archive.ArchiveRunsMetrics;
import org.careunit.settings.internal.archive.ExportJob;
import org.careunit.storage.internal.node.TestStore;
import org.careunit.storage.jobs.Job;
import org.careunit.storage.jobs.JobHandler;
import org.careunit.storage.jobs.JobOutcome;

/**
 * A node in a process of its own that exports the cases of one unit to a folder, and says on its output how far it is:
 * the stage of each slice, each page and each confirmation of the host.
 */
public final class ArchiveNode {

    private static final Actor OPERATOR = new Actor.Operator("faults");
    private static final double MEGABYTE = 1 << 20;

    private ArchiveNode() {}

    /** Arguments: database, name, folder for all that the archive and the host keep, number of cases, page size. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[2]);
        try (TestStore store = Node.open(args[0], args[1]);
                TestRoutes routes = new TestRoutes(new ArchiveRoutes())) {
            SettingsContext kept = kept(store);
            kept.setArchives(gateway(store, routes, folder));
            kept.setClosedCases(new GeneratedCases(
                    Integer.parseInt(args[3]), Integer.parseInt(args[4]), confirmed(folder), ArchiveNode::say));
            start(store, kept);
            store.handle(new Telling(
                    store,
                    new ExportJob(
                            store.archive(),
                            kept,
                            store.cases(),
                            store.jobs(),
                            new ArchiveRunsMetrics(),
                            store.clock())));
            await().forever()
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> store.archive().unfinished(1).isEmpty());
            say("EXPORTED");
            while (System.in.read() >= 0) {
                // until the test ends
            }
        }
    }

    static Path confirmed(Path folder) {
        return folder.resolve("confirmed.txt");
    }

    /** Where packages are brought. */
    static Path target(Path folder) {
        return folder.resolve("target");
    }

    private static SettingsContext kept(TestStore store) {
        SettingsContext kept = new SettingsContext(
                store.transactions(), store.units(), store.documents(), store.audit(), store.changes());
        kept.setArchiveRecords(store.archive());
        kept.setCaseTypes(only(CaseTypes.class, asked -> List.of()));
        kept.setCatalogue(only(CaseTypeCatalogue.class, asked -> List.of()));
        return kept;
    }

    private static SipArchiveGateway gateway(TestStore store, TestRoutes routes, Path folder) throws IOException {
        ArchiveTargets targets = new ArchiveTargets(store.clock(), System::nanoTime);
        targets.addTarget(new TargetSettings(
                "default",
                Set.of(),
                Optional.of(Files.createDirectories(target(folder)).toString()),
                Optional.empty()));
        return new SipArchiveGateway(
                routes, targets, new ArchiveMetrics(), new SipPackages(folder.resolve("staging"), "1.2.3"));
    }

    /** Asks for the one run, unless a process that was killed has. */
    private static void start(TestStore store, SettingsContext kept) {
        if (store.units().find(GeneratedCases.UNIT).isPresent()) {
            return;
        }
        store.units()
                .add(new CareUnit(GeneratedCases.UNIT, new CountyCode("01"), "Arkivmottagningen", CareUnit.State.OPEN));
        new ArchiveRunsComponent(
                        only(AccessControl.class, asked -> true), kept, store.archive(), store.jobs(), store.clock())
                .runNow(OPERATOR, GeneratedCases.UNIT);
    }

    private static <T> T only(Class<T> contract, Function<Object[], Object> answer) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (proxy, called, given) -> answer.apply(given)));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** What was in use behind the last collection of the old generation, in megabytes. */
    private static double heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / MEGABYTE;
    }

    /** Says of each slice which stage it is, and what its outcome is before that is recorded. */
    private record Telling(TestStore store, JobHandler export) implements JobHandler {

        @Override
        public String type() {
            return export.type();
        }

        @Override
        public JobOutcome run(Job job) throws Exception {
            say("BEGIN " + store.archive().unfinished(1).get(0).run().stage());
            JobOutcome outcome = export.run(job);
            say("SLICE " + (outcome instanceof JobOutcome.Continue more ? more.progress() : outcome.toString()));
            say("HEAP %.1f".formatted(heap()));
            return outcome;
        }
    }
}
