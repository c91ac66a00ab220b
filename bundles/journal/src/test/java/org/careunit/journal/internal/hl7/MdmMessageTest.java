package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.v251.message.MDM_T01;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.careunit.api.gateways.CaseNotice;
import org.careunit.api.gateways.CaseNotice.Kind;
import org.careunit.journal.internal.Notices;
import org.careunit.journal.internal.hl7.MdmMessage.Receiver;
import org.junit.jupiter.api.Test;

/** Our messages, read by HAPI with its default validation. */
class MdmMessageTest {

    private static final MdmMessage MESSAGES = new MdmMessage(new Receiver("JOURNAL", "VARD", Hl7Charset.UTF_8));

    @Test
    void aCaseThatWaitsIsT01() throws HL7Exception {
        MDM_T01 message = parsed(Notices.of(Kind.CREATED));
        assertThat(message.getMSH().getMessageType().encode()).isEqualTo("MDM^T01^MDM_T01");
        assertThat(message.getMSH().getVersionID().encode()).isEqualTo("2.5.1");
        assertThat(message.getMSH().getProcessingID().encode()).isEqualTo("P");
        assertThat(message.getMSH().getMessageControlID().getValue()).hasSize(20);
        assertThat(message.getMSH().getReceivingApplication().encode()).isEqualTo("JOURNAL");
        assertThat(message.getMSH().getCharacterSet(0).getValue()).isEqualTo("UNICODE UTF-8");
        assertThat(message.getEVN().getEventOccurred().encode()).isEqualTo("20260305080003+0100");
        assertThat(message.getTXA().getUniqueDocumentNumber().encode()).isEqualTo("A-2026:17/1^CAREUNIT");
        assertRequiredFields(message);
    }

    @Test
    void aCaseThatWasWithdrawnIsT11AboutTheSameDocument() throws HL7Exception {
        MDM_T01 cancelled = parsed(Notices.of(Kind.CANCELLED));
        assertThat(cancelled.getMSH().getMessageType().encode()).isEqualTo("MDM^T11^MDM_T01");
        assertThat(cancelled.getTXA().getUniqueDocumentNumber().encode())
                .isEqualTo(parsed(Notices.of(Kind.CREATED))
                        .getTXA()
                        .getUniqueDocumentNumber()
                        .encode());
        assertThat(cancelled.getTXA().getDocumentAvailabilityStatus().getValue())
                .isEqualTo("CA");
        assertRequiredFields(cancelled);
    }

    private static void assertRequiredFields(MDM_T01 message) throws HL7Exception {
        assertThat(message.getTXA().getSetIDTXA().getValue()).isNotEmpty();
        assertThat(message.getTXA().getDocumentType().getValue()).isNotEmpty();
        assertThat(message.getTXA().getDocumentCompletionStatus().getValue()).isNotEmpty();
        assertThat(message.getPV1().getPatientClass().getValue()).isNotEmpty();
        assertThat(message.getPID().getPatientIdentifierList(0).getIDNumber().getValue())
                .isNotEmpty();
        assertThat(message.getPID().getPatientName(0).encode()).isNotEmpty();
    }

    @Test
    void aCaseThatWasHandledHasNoMessage() {
        assertThat(MdmMessage.isSent(Kind.COMPLETED)).isFalse();
        CaseNotice handled = Notices.of(Kind.COMPLETED);
        assertThatThrownBy(() -> MESSAGES.write(handled, Notices.TIME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAResidentThePatientIsTheCase() throws HL7Exception {
        MDM_T01 message = parsed(Notices.of(Kind.CREATED));
        assertThat(message.getPID().getPatientIdentifierList(0).encode()).isEqualTo("A-2026:17^^^CAREUNIT^U");
        assertThat(message.getPID().getPatientName(0).encode()).isEqualTo("^^^^^^S");
        CaseNotice known = Notices.about(Kind.CREATED, "191212121212", "Tolvan Tolvansson");
        assertThat(new String(MESSAGES.write(known.withoutResident(), Notices.TIME), StandardCharsets.UTF_8))
                .doesNotContain("191212121212", "Tolvan");
    }

    @Test
    void aResidentIsNamedByTheirNumberAndItsKind() throws HL7Exception {
        MDM_T01 message = parsed(Notices.about(Kind.CREATED, "191212121212", "\u00c5ke \u00d6rn"));
        assertThat(message.getPID().getPatientIdentifierList(0).encode())
                .isEqualTo("191212121212^^^&1.2.752.129.2.1.3.1&ISO^NNSWE");
        assertThat(message.getPID().getPatientName(0).encode()).isEqualTo("\u00c5ke \u00d6rn^^^^^^L");
        assertThat(parsed(Notices.about(Kind.CREATED, "197010632391", null))
                        .getPID()
                        .getPatientIdentifierList(0)
                        .encode())
                .contains("1.2.752.129.2.1.3.3");
    }

    @Test
    void noNameCanEndAFieldASegmentOrAFrame() throws HL7Exception {
        String name = "A|B^C&D~E\\F\u000b\u001c\rMSA|AA";
        byte[] written = MESSAGES.write(Notices.about(Kind.CREATED, "191212121212", name), Notices.TIME);
        assertThat(written).doesNotContain(0x0B, 0x1C);
        assertThat(new String(written, StandardCharsets.UTF_8).split("\r")).hasSize(5);
        assertThat(parsed(written)
                        .getPID()
                        .getPatientName(0)
                        .getFamilyName()
                        .getSurname()
                        .getValue())
                .isEqualTo("A|B^C&D~E\\FMSA|AA");
    }

    @Test
    void testMessagesAreMarked() throws HL7Exception {
        assertThat(parsed(Notices.test()).getMSH().getProcessingID().encode()).isEqualTo("T");
    }

    @Test
    void latin1IsWrittenWhereItIsConfigured() {
        MdmMessage latin = new MdmMessage(new Receiver("", "", Hl7Charset.LATIN_1));
        byte[] written =
                latin.write(Notices.about(Kind.CREATED, "191212121212", "\u00c5sa \u015aliwa \u4e2d"), Notices.TIME);
        assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains("|8859/1\r", "\u00c5sa Sliwa ?");
    }

    @Test
    void theControlIdIsTheSameAtEachAttemptAndAnotherForEachMessage() {
        assertThat(ControlId.of(Notices.ID)).isEqualTo(ControlId.of(Notices.ID)).hasSize(20);
        Set<String> ids = new HashSet<>();
        for (long number = 0; number < 1_000; number++) {
            ids.add(ControlId.of(new UUID(number, 7)));
        }
        assertThat(ids).hasSize(1_000).allMatch(id -> id.matches("[0-9A-Z]{20}"));
    }

    private static MDM_T01 parsed(CaseNotice notice) throws HL7Exception {
        return parsed(MESSAGES.write(notice, Notices.TIME));
    }

    private static MDM_T01 parsed(byte[] message) throws HL7Exception {
        try (HapiContext context = new DefaultHapiContext(ValidationContextFactory.defaultValidation())) {
            return (MDM_T01) context.getPipeParser().parse(new String(message, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
