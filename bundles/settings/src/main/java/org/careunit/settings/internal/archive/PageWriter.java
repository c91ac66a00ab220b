package org.careunit.settings.internal.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.careunit.api.archive.ArchiveRun.Counts;
import org.careunit.api.gateways.ArchiveGateway;
import org.careunit.api.gateways.PackageDraft;
import org.careunit.api.gateways.PackageDraft.PackagedCase;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.paging.Page;
import org.careunit.storage.ArchiveRecords;
import org.careunit.storage.ArchiveRecords.Archived;
import org.careunit.storage.ArchiveRecords.RunCase;
import org.careunit.storage.ArchiveRecords.StoredRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes pages of cases into a package draft, each case once, and collects the changes of the run's row. */
final class PageWriter implements AutoCloseable {

    private static final int LONGEST_FAULT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);

    private final StoredRun stored;
    private final CaseAssembly.UnitAssembly assembly;
    private final EarlierCases earlierCases;
    private final ArchiveRecords records;
    private final Map<String, RunCase> cases = new LinkedHashMap<>();
    private Optional<String> cursor;
    private Counts counts;
    private int idlePages;
    private PackageDraft draft;

    PageWriter(
            StoredRun stored, CaseAssembly.UnitAssembly assembly, EarlierCases earlierCases, ArchiveRecords records) {
        this.stored = stored;
        this.assembly = assembly;
        this.earlierCases = earlierCases;
        this.records = records;
        cursor = stored.cursor();
        counts = stored.run().counts();
        idlePages = stored.idlePages();
    }

    void open(ArchiveGateway gateway, PackageInfo info) {
        draft = gateway.open(info, stored.position());
    }

    /** Says whether all of the page was written. */
    boolean write(Page<ClosedCase> page, BooleanSupplier goesOn) {
        List<ClosedCase> fresh = fresh(page);
        Map<String, Archived> earlier = earlierCases.of(stored, fresh);
        List<ClosedCase> again = fresh.stream()
                .filter(one -> EarlierCases.isArchived(one, earlier))
                .toList();
        earlierCases.confirmAgain(stored, again, earlier);
        int written = 0;
        for (ClosedCase one : fresh) {
            if (!again.contains(one)) {
                if (written > 0 && !goesOn.getAsBoolean()) {
                    return false;
                }
                add(one, Optional.ofNullable(earlier.get(one.ref().id())).map(Archived::firstPackage));
                written++;
            }
        }
        idlePages = fresh.isEmpty() ? idlePages + 1 : 0;
        cursor = page.next();
        return true;
    }

    /** The cases that are new to this run, each once. */
    private List<ClosedCase> fresh(Page<ClosedCase> page) {
        Map<String, ClosedCase> byId = new LinkedHashMap<>();
        page.rows().forEach(one -> byId.putIfAbsent(one.ref().id(), one));
        Set<String> known = records.known(stored, byId.keySet());
        byId.keySet().removeIf(id -> known.contains(id) || cases.containsKey(id));
        return List.copyOf(byId.values());
    }

    private void add(ClosedCase one, Optional<String> earlierPackage) {
        PackagedCase result;
        try {
            result = draft.add(assembly.assemble(one, earlierPackage));
        } catch (HostFaultException fault) {
            result = PackagedCase.faulty(fault.getMessage());
        }
        Optional<String> fault = result.fault().map(PageWriter::shortened);
        fault.ifPresent(why -> LOG.warn(
                "Case {} is left out of package {} and offered again at the next run: {}",
                one.ref(),
                stored.run().packageName(),
                why));
        cases.put(one.ref().id(), new RunCase(one.ref().id(), one.closedAt(), fault));
        counts = counts.plus(
                fault.isPresent()
                        ? new Counts(0, 1, 0, 0, 0, 0)
                        : new Counts(1, 0, result.bytes(), result.replaced(), 0, 0));
    }

    private static String shortened(String fault) {
        return fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }

    /** Where the host's cases are read on. */
    Optional<String> cursor() {
        return cursor;
    }

    int idlePages() {
        return idlePages;
    }

    /** The cases that were read, to be stored with the run. */
    List<RunCase> cases() {
        return new ArrayList<>(cases.values());
    }

    /** The run's new state, valid once the written data are on the disk. */
    StoredRun result() {
        return new StoredRun(
                stored.id(),
                stored.unit(),
                stored.run().with(counts),
                Optional.of(draft.position()),
                cursor,
                idlePages);
    }

    @Override
    public void close() {
        if (draft != null) {
            draft.close();
        }
    }
}
