package org.careunit.itests.example;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.osgi.service.component.annotations.Component;

/**
 * The medical-record system of the unit that joins, behind an interface of its own: what an adapter for one such as
 * Profdoc Journal III looks like. Keeps a task for each case and round in memory; a notice that comes again leads to no
 * second one.
 */
@Component(property = RecordSystem.UNITS + "=" + Participants.UNIT)
public final class ExampleRecordSystem implements RecordSystem {

    private final Map<String, CaseNotice.Kind> tasks = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "Exempeljournalen";
    }

    @Override
    public String fingerprint() {
        return "example:1";
    }

    @Override
    public boolean mayNameResident() {
        return false;
    }

    @Override
    public RecordSystemAnswer send(CaseNotice notice) {
        tasks.put(notice.ref() + "/" + notice.round(), notice.kind());
        return RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, tasks.size() + " tasks");
    }
}
