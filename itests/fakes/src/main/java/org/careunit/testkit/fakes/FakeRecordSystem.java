package org.careunit.testkit.fakes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;

/** A medical-record system in memory. Safe for use by many threads. */
public final class FakeRecordSystem implements RecordSystem {

    private final FaultSwitch faults = new FaultSwitch();
    private final List<CaseNotice> notices = new CopyOnWriteArrayList<>();
    private volatile Function<CaseNotice, RecordSystemAnswer> answer = FakeRecordSystem::accept;
    private volatile boolean mayNameResident;
    private volatile boolean reachable = true;
    private volatile String fingerprint = "fake://record-system/1";

    private static RecordSystemAnswer accept(CaseNotice notice) {
        return RecordSystemAnswer.of(DeliveryStatus.ACCEPTED, "ok");
    }

    /** How it fails. */
    public FaultSwitch faults() {
        return faults;
    }

    /** What it was sent, in its order, test messages too; never null. */
    public List<CaseNotice> notices() {
        return List.copyOf(notices);
    }

    /** Answers by a rule from now on. */
    public void answer(Function<CaseNotice, RecordSystemAnswer> rule) {
        answer = rule;
    }

    /** Says whether it may be told who the resident is. */
    public void setMayNameResident(boolean may) {
        mayNameResident = may;
    }

    /** Says whether it answers, as far as is known. */
    public void setReachable(boolean answers) {
        reachable = answers;
    }

    /** Says another fingerprint, as after a change of its configuration. */
    public void setFingerprint(String text) {
        fingerprint = text;
    }

    @Override
    public String name() {
        return "Provjournal";
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean mayNameResident() {
        return mayNameResident;
    }

    @Override
    public boolean isReachable() {
        return reachable;
    }

    @Override
    public RecordSystemAnswer send(CaseNotice notice) {
        notices.add(notice);
        if (faults.current() == FaultSwitch.Fault.UNAVAILABLE) {
            return RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, "The record system rests, on purpose");
        }
        return faults.answer("The record system", () -> answer.apply(notice));
    }
}
