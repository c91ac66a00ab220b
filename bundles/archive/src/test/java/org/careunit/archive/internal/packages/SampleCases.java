package org.careunit.archive.internal.packages;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.careunit.api.gateways.CaseToArchive;
import org.careunit.api.gateways.PackageInfo;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.host.ResidentIdentities.Identity;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.CountyCode;
import org.careunit.api.identity.HsaId;
import org.careunit.api.identity.PersonNumber;
import org.careunit.api.identity.ResidentHash;
import org.careunit.api.identity.StaffId;
import org.careunit.api.terms.Receipt;
import org.careunit.api.terms.TermsPoint;
import org.careunit.api.terms.TermsText;
import org.careunit.api.terms.TermsVersion;

/** Cases to be archived. */
public final class SampleCases {

    public static final HsaId UNIT = new HsaId("SE2321000016-1003");
    public static final StaffId STAFF = new StaffId("SE2321000016-A001");
    public static final Instant NOW = Instant.parse("2026-11-30T10:15:30Z");

    private SampleCases() {}

    public static PackageInfo info(String name) {
        return new PackageInfo(name, UNIT, "Björkens vårdcentral & MVC", new CountyCode("01"), NOW);
    }

    public static CaseToArchive plain(String id) {
        return with(id, "Hej, jag vill boka tid.");
    }

    public static CaseToArchive with(String id, String text, Attachment... attachments) {
        return archived(ended(id, Optional.empty(), text, attachments));
    }

    public static CaseToArchive archived(ClosedCase ended) {
        return new CaseToArchive(ended, "Boka tid", Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static ClosedCase ended(String id, Optional<String> receipt, String text, Attachment... attachments) {
        return new ClosedCase(
                new CaseRef(UNIT, id),
                new CaseTypeKey("boka-tid"),
                NOW.minusSeconds(900_000),
                NOW.minusSeconds(600_000),
                receipt,
                List.of(
                        new Message(NOW.minusSeconds(800_000), Optional.empty(), text),
                        new Message(NOW.minusSeconds(700_000), Optional.of(STAFF), "Välkommen måndag 08:00.")),
                List.of(attachments));
    }

    /** One with everything that a case may have. */
    public static CaseToArchive rich(String id) {
        TermsText text = new TermsText(List.of(
                new TermsPoint("inledning", "Här bokar du tid."),
                new TermsPoint("svarstid", "Vi svarar inom 3 dagar.")));
        Receipt receipt = new Receipt(
                UNIT,
                new CaseTypeKey("boka-tid"),
                new TermsVersion(4, 2, "a".repeat(64)),
                text,
                new ResidentHash("b".repeat(64)),
                NOW.minusSeconds(900_000),
                "c".repeat(16),
                "d".repeat(128));
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(attachment("Remiss från läkare.pdf", "application/pdf", "%PDF-1.4 remiss"));
        attachments.add(attachment("bild.png", "image/png", "png"));
        return new CaseToArchive(
                ended(id, Optional.of("{\"receipt\": true}"), "Tack!", attachments.toArray(Attachment[]::new)),
                "Boka tid",
                Optional.of(new Identity(new PersonNumber("191212121212"), Optional.of("Tolvan Tolvansson"))),
                Optional.of(receipt),
                Optional.of("careunit-earlier"));
    }

    public static Attachment attachment(String name, String mediaType, String content) {
        return attachment(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Attachment attachment(String name, String mediaType, byte[] bytes) {
        return new Attachment(name, mediaType, () -> new ByteArrayInputStream(bytes));
    }
}
