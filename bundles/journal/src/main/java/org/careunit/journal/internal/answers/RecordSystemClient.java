package org.careunit.journal.internal.answers;

import org.careunit.api.gateways.CaseNotice;

/** Client of one record system, over FHIR or HL7. Its methods answer within the time-outs and throw nothing. */
public interface RecordSystemClient {

    /** Sends a notice, once. */
    JournalAnswer send(CaseNotice notice);

    /** Checks whether the record system can be reached, without sending anything about a case. */
    JournalAnswer check();
}
