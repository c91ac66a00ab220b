package org.careunit.notifications.internal.recordsystem;

import org.careunit.api.failure.UnavailableException;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.DeliveryStatus;
import org.careunit.api.gateways.RecordSystem;
import org.careunit.api.gateways.RecordSystemAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a record system that may be a host's own: exceptions and null count as no answer. */
final class NoticeSending {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSending.class);

    private NoticeSending() {}

    static RecordSystemAnswer send(RecordSystem system, CaseNotice notice) {
        try {
            RecordSystemAnswer answer = system.send(notice);
            return answer == null ? failed(notice, "answered null") : answer;
        } catch (UnavailableException rests) {
            return RecordSystemAnswer.of(DeliveryStatus.UNAVAILABLE, rests.getMessage());
        } catch (RuntimeException | LinkageError fault) {
            return failed(notice, "threw " + fault.getClass().getName());
        }
    }

    /** The exception may quote the notice, so its text is not logged. */
    private static RecordSystemAnswer failed(CaseNotice notice, String how) {
        LOG.warn(
                "The record system of unit {} {}; case {}",
                notice.ref().unit(),
                how,
                notice.ref().id());
        return RecordSystemAnswer.none("The record system's bundle " + how);
    }
}
