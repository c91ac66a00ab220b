package org.careunit.journal.internal.hl7;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.time.SwedishTime;

/**
 * Writes news of a case as HL7 v2.5.1 MDM: T01 for a case that waits, T11 for one that was withdrawn. A case that was
 * handled has no message. The resident is in it only where the notice names them; otherwise PID-3 is the case's id.
 */
public final class MdmMessage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssZ", Locale.ROOT).withZone(SwedishTime.ZONE);
    private static final String US = "CAREUNIT";
    private static final String PERSON_NUMBER = "1.2.752.129.2.1.3.1";
    private static final String COORDINATION_NUMBER = "1.2.752.129.2.1.3.3";

    private final Receiver receiver;

    public MdmMessage(Receiver receiver) {
        this.receiver = receiver;
    }

    /**
     * The receiving application and facility.
     *
     * @param application MSH-5; may be empty
     * @param facility MSH-6; may be empty
     */
    public record Receiver(String application, String facility, Hl7Charset charset) {}

    /** Whether a message is sent for such news at all. */
    static boolean isSent(CaseNotice.Kind kind) {
        return kind != CaseNotice.Kind.COMPLETED;
    }

    /**
     * The message, without a frame.
     *
     * @param now when it is written
     */
    byte[] write(CaseNotice notice, Instant now) {
        if (!isSent(notice.kind())) {
            throw new IllegalArgumentException("There is no message for a case that was handled");
        }
        String message =
                List.of(header(notice, now), event(notice, now), patient(notice), visit(notice), document(notice))
                        .stream()
                        .map(segment -> segment + "\r")
                        .collect(Collectors.joining());
        return receiver.charset().encode(message);
    }

    private Segment header(CaseNotice notice, Instant now) {
        // the field separator is itself the first field, so numbers are one less than in the standard
        return new Segment("MSH")
                .written(1, "^~\\&")
                .field(2, US)
                .field(3, notice.ref().unit().value())
                .field(4, receiver.application())
                .field(5, receiver.facility())
                .field(6, TIME.format(now))
                .components(8, "MDM", trigger(notice), "MDM_T01")
                .field(9, ControlId.of(notice.id()))
                .field(10, notice.isTest() ? "T" : "P")
                .field(11, "2.5.1")
                .field(16, "SWE")
                .field(17, receiver.charset().hl7Name());
    }

    private static String trigger(CaseNotice notice) {
        return isCancelled(notice) ? "T11" : "T01";
    }

    private static boolean isCancelled(CaseNotice notice) {
        return notice.kind() == CaseNotice.Kind.CANCELLED;
    }

    private static Segment event(CaseNotice notice, Instant now) {
        return new Segment("EVN").field(2, TIME.format(now)).field(6, TIME.format(notice.time()));
    }

    private static Segment patient(CaseNotice notice) {
        Segment patient = new Segment("PID").field(1, "1");
        if (notice.resident().isEmpty()) {
            return patient.components(3, notice.ref().id(), "", "", US, "U").components(5, "", "", "", "", "", "", "S");
        }
        Identity resident = notice.resident().get();
        String number = resident.number().value();
        String authority = resident.number().isCoordinationNumber() ? COORDINATION_NUMBER : PERSON_NUMBER;
        // an assigning authority without a namespace: &oid&ISO are subcomponents
        patient.written(3, number + "^^^&" + authority + "&ISO^NNSWE");
        return resident.name().isEmpty()
                ? patient.components(5, "", "", "", "", "", "", "S")
                : name(patient, resident.name().get());
    }

    /** The host gives a name in full; where it parts is not known, so all of it is the family name. */
    private static Segment name(Segment patient, String name) {
        return patient.components(5, name, "", "", "", "", "", "L");
    }

    private static Segment visit(CaseNotice notice) {
        return new Segment("PV1")
                .field(1, "1")
                .field(2, "O")
                .components(19, notice.ref().id(), "", "", US);
    }

    private static Segment document(CaseNotice notice) {
        return new Segment("TXA")
                .field(1, "1")
                .field(2, "CN")
                .field(6, TIME.format(notice.time()))
                .components(12, notice.ref().id() + "/" + notice.round(), US)
                .field(17, isCancelled(notice) ? "IN" : "IP")
                .field(19, isCancelled(notice) ? "CA" : "AV");
    }
}
