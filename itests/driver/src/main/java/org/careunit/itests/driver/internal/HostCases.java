package org.careunit.itests.driver.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.careunit.api.archive.ArchiveRuns;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.Actor;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;
import org.careunit.api.paging.PageRequest;
import org.careunit.api.units.Units;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives ended cases to the archive once a test says which; what was confirmed stands in files below Karaf's folder, so
 * that a kill loses nothing of it.
 */
@Component(service = HostCases.class, immediate = true)
public final class HostCases implements ClosedCases, HostCasesMXBean {

    private static final String NAME = "org.careunit.itests:type=HostCases";
    private static final Actor OPERATOR = new Actor.Operator("driver");
    private static final Instant ENDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int PAGE = 50;

    private final BundleContext context;
    private final Units units;
    private final ArchiveRuns runs;
    private final Map<String, List<ClosedCase>> offered = new ConcurrentHashMap<>();
    private final Path folder = Path.of(System.getProperty("karaf.base"));

    @Activate
    public HostCases(BundleContext context, @Reference Units units, @Reference ArchiveRuns runs) throws JMException {
        this.context = context;
        this.units = units;
        this.runs = runs;
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
    }

    @Deactivate
    void withdraw() throws JMException {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    }

    @Override
    public void open(String unit, String county, String name) {
        units.register(OPERATOR, HsaId.of(unit), new CountyCode(county), name);
        units.open(OPERATOR, HsaId.of(unit));
    }

    @Override
    public synchronized void offer(String unit, int count, int bytes) {
        boolean isFirst = offered.isEmpty();
        offered.put(
                unit,
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> ended(HsaId.of(unit), number, bytes))
                        .toList());
        if (isFirst) {
            context.registerService(ClosedCases.class, this, null);
        }
    }

    private static ClosedCase ended(HsaId unit, int number, int bytes) {
        return new ClosedCase(
                new CaseRef(unit, "case-" + number),
                new CaseTypeKey("kontakta-mig"),
                ENDED.minusSeconds(100_000),
                ENDED.plusSeconds(number),
                Optional.empty(),
                List.of(new Message(ENDED, Optional.empty(), "Hej, jag behöver hjälp.")),
                List.of(new Attachment("bild.png", "image/png", () -> {
                    byte[] content = new byte[bytes];
                    new SplittableRandom(number).nextBytes(content);
                    return new ByteArrayInputStream(content);
                })));
    }

    @Override
    public void export(String unit) {
        runs.runNow(OPERATOR, HsaId.of(unit));
    }

    @Override
    public List<String> runs(String unit) {
        return runs.runs(OPERATOR, HsaId.of(unit), PageRequest.first(10)).rows().stream()
                .map(run -> String.join(
                        "|",
                        run.stage().name(),
                        run.packageName(),
                        Long.toString(run.counts().cases()),
                        Long.toString(run.counts().leftOut()),
                        Long.toString(run.counts().confirmed()),
                        run.problem().orElse("")))
                .toList();
    }

    @Override
    public List<String> confirmed(String unit) {
        try {
            Path file = file(unit);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String unit) {
        return folder.resolve("confirmed-" + unit + ".txt");
    }

    @Override
    public Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        Set<String> done = new HashSet<>(confirmed(unit.value()));
        List<ClosedCase> all = offered.getOrDefault(unit.value(), List.of());
        List<ClosedCase> page = new ArrayList<>();
        int next = cursor.map(Integer::parseInt).orElse(0);
        for (; next < all.size() && page.size() < PAGE; next++) {
            ClosedCase one = all.get(next);
            if (one.closedAt().isBefore(until) && !done.contains(one.ref().id())) {
                page.add(one);
            }
        }
        return new Page<>(page, next < all.size() ? Optional.of(Integer.toString(next)) : Optional.empty());
    }

    @Override
    public void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        String lines = cases.stream().map(one -> one.id() + "\n").collect(Collectors.joining());
        try {
            Files.writeString(
                    file(unit.value()),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
