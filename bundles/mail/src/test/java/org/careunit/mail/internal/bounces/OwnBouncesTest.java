package org.careunit.mail.internal.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.careunit.api.gateways.DeliveryReports.Result;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Mails that come back, three of each kind, of which one looks like the kind and is not. */
class OwnBouncesTest {

    private static final String OURS = "<cu.50@careunit.region.example>";
    private static final String TO = "eva@klinik.example";
    private static final String COPY =
            """
            Return-Path: <studs+50@region.example>
            From: "E-tjanster" <ingen-svar@region.example>
            To: <eva@klinik.example>
            Subject: Nytt i e-tjansterna
            Message-ID: <cu.50@careunit.region.example>
            Date: Thu, 05 Mar 2026 08:00:01 +0100

            Det finns ett nytt arende.
            """;

    private final CaseLedger ledger = new CaseLedger();

    {
        ledger.sent(OURS, "studs+50@region.example", TO);
    }

    private record Wanted(String name, String mail, String kind, boolean suppressed, String by) {}

    @TestFactory
    Stream<DynamicTest> everyKind() {
        return Stream.of(
                        reports(), plainTexts(), nested(), delayed(), full(), ours(), absent(), receipts(), forgeries())
                .flatMap(List::stream)
                .map(wanted -> DynamicTest.dynamicTest(wanted.name(), () -> check(wanted)));
    }

    private void check(Wanted wanted) {
        byte[] mail = wanted.mail().getBytes(StandardCharsets.UTF_8);
        BounceResult processed = new BounceProcessor(ledger, ledger).process(mail, "source");
        assertThat(processed.kind()).isEqualTo(wanted.kind());
        assertThat(processed.by().word()).isEqualTo(wanted.by());
        assertThat(processed.result().equals(Optional.of(Result.APPLIED_AND_SUPPRESSED)))
                .as("suppressed")
                .isEqualTo(wanted.suppressed());
    }

    private static List<Wanted> reports() {
        return List.of(
                new Wanted(
                        "report without a first group",
                        report(
                                "Action: failed\nFinal-Recipient: RFC822;<eva@klinik.example>\nStatus: 5.1.1 (no mailbox)\n"),
                        "permanent",
                        true,
                        "message-id"),
                new Wanted(
                        "report in base64 whose status says nothing and whose diagnostic does",
                        report(
                                "Content-Transfer-Encoding: base64\n",
                                base64("Reporting-MTA: dns; a.example\n\n" + failed("5.0.0", "550 No such user here"))),
                        "permanent",
                        true,
                        "message-id"),
                new Wanted(
                        "report about another recipient of another mail system",
                        report("Final-Recipient: rfc822; other@elsewhere.example\nAction: failed\nStatus: 5.1.1\n"),
                        "undetermined",
                        false,
                        "message-id"));
    }

    private static List<Wanted> plainTexts() {
        String qmail =
                """
                Hi. This is the qmail-send program at mx.klinik.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <eva@klinik.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                """;
        String exchange =
                """
                Det gick inte att leverera meddelandet till dessa mottagare:

                eva@klinik.example
                Fjarrservern returnerade '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'

                Ursprungliga meddelanderubriker:

                """;
        return List.of(
                new Wanted(
                        "qmail",
                        text("From: MAILER-DAEMON@mx.klinik.example\n", qmail + COPY),
                        "permanent",
                        true,
                        "message-id"),
                new Wanted(
                        "Exchange in Swedish without a report",
                        text(
                                "From: Postmaster <postmaster@klinik.example>\nX-MS-Exchange-Message-Is-Ndr:\n",
                                exchange + COPY),
                        "permanent",
                        true,
                        "message-id"),
                new Wanted(
                        "somebody quotes such a text",
                        text("From: Eva <eva@klinik.example>\nSubject: Vad betyder detta?\n", qmail + COPY),
                        "no-report",
                        false,
                        ""));
    }

    private static List<Wanted> nested() {
        String inner = report("Final-Recipient: rfc822; eva@klinik.example\nAction: failed\nStatus: 5.1.1\n");
        String wrapped = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\n\nSee below.\n"
                + "--outer\nContent-Type: message/rfc822\n\n" + inner + "\n--outer--\n";
        return List.of(
                new Wanted(
                        "a mail system passes a report on",
                        "Return-Path: <>\nFrom: postmaster@relay.example\nTo: studs+50@region.example\n" + wrapped,
                        "permanent",
                        true,
                        "message-id"),
                new Wanted(
                        "a person passes a report on",
                        "Return-Path: <eva@klinik.example>\nFrom: eva@klinik.example\nTo: studs@region.example\n"
                                + "Subject: VB: Undelivered Mail\n" + wrapped,
                        "forwarded",
                        false,
                        ""),
                new Wanted(
                        "a postmaster passes a text on",
                        text(
                                "From: postmaster@klinik.example\nSubject: Fwd: Mail delivery failed\n",
                                "FYI: 550 5.1.1 no such user\n\n" + COPY),
                        "forwarded",
                        false,
                        ""));
    }

    private static List<Wanted> delayed() {
        return List.of(
                new Wanted(
                        "delayed report with a permanent status",
                        report("Final-Recipient: rfc822; eva@klinik.example\nAction: delayed\nStatus: 5.1.1\n"),
                        "delayed",
                        false,
                        "message-id"),
                new Wanted(
                        "Exim's warning",
                        text(
                                "From: Mailer-Daemon@mx.klinik.example\nSubject: Warning: message 1abc delayed 24 hours\n",
                                "The message has not yet been delivered. 451 4.7.1 Greylisted\n\n" + COPY),
                        "delayed",
                        false,
                        "message-id"),
                new Wanted(
                        "given up after delays",
                        report(failed("4.4.7", "451 4.4.1 connection timed out; delayed too long")),
                        "temporary",
                        false,
                        "message-id"));
    }

    private static List<Wanted> full() {
        return List.of(
                new Wanted(
                        "quota without an enhanced status",
                        report(failed("5.0.0", "552 mailbox full")),
                        "temporary",
                        false,
                        "message-id"),
                new Wanted(
                        "full by status alone",
                        report("Final-Recipient: rfc822; eva@klinik.example\nAction: failed\nStatus: 5.2.2\n"),
                        "temporary",
                        false,
                        "message-id"),
                new Wanted(
                        "a mailbox that is switched off",
                        report(failed("5.2.1", "550 5.2.1 mailbox disabled")),
                        "permanent",
                        true,
                        "message-id"));
    }

    private static List<Wanted> ours() {
        return List.of(
                new Wanted(
                        "a blocklist behind a status that blames the address",
                        report(failed("5.1.1", "554 5.7.1 Your host is listed in an RBL")),
                        "technical",
                        false,
                        "message-id"),
                new Wanted(
                        "our sending domain is refused",
                        report("Final-Recipient: rfc822; eva@klinik.example\nAction: failed\nStatus: 5.7.26\n"),
                        "technical",
                        false,
                        "message-id"),
                new Wanted(
                        "no such address in the words of an access rule",
                        report(failed("5.4.1", "550 5.4.1 Recipient address rejected: Access denied.")),
                        "permanent",
                        true,
                        "message-id"));
    }

    private static List<Wanted> absent() {
        return List.of(
                new Wanted(
                        "an absence notice that quotes ours",
                        "Return-Path: <>\n"
                                + text(
                                        "From: Eva <eva@klinik.example>\nAuto-Submitted: auto-replied\n"
                                                + "Subject: Automatiskt svar\nIn-Reply-To: " + OURS + "\n",
                                        "Jag har slutat. 550 5.1.1\n\n-----Ursprungligt meddelande-----\n" + COPY),
                        "absent",
                        false,
                        ""),
                new Wanted(
                        "one by subject alone",
                        text("From: Eva <eva@klinik.example>\nSubject: =?utf-8?Q?Fr=C3=A5nvarande?=\n", "Hej!\n"),
                        "absent",
                        false,
                        ""),
                new Wanted(
                        "a bounce that calls itself an automatic answer",
                        text(
                                "From: MAILER-DAEMON@mx.klinik.example\nAuto-Submitted: auto-replied\n",
                                "<eva@klinik.example>: 550 5.1.1 user unknown\n\n" + COPY),
                        "permanent",
                        true,
                        "message-id"));
    }

    private static List<Wanted> receipts() {
        return List.of(
                new Wanted(
                        "a read receipt",
                        multipart(
                                "disposition-notification",
                                "message/disposition-notification",
                                "Disposition: manual; displayed\n"),
                        "read-receipt",
                        false,
                        ""),
                new Wanted(
                        "a complaint",
                        multipart("feedback-report", "message/feedback-report", "Feedback-Type: abuse\nVersion: 1\n"),
                        "complaint",
                        false,
                        "message-id"),
                new Wanted(
                        "a report that it arrived",
                        report("Final-Recipient: rfc822; eva@klinik.example\nAction: delivered\nStatus: 2.1.5\n"),
                        "delivered",
                        false,
                        "message-id"));
    }

    private static List<Wanted> forgeries() {
        String failed = "Final-Recipient: rfc822; eva@klinik.example\nAction: failed\nStatus: 5.1.1\n";
        return List.of(
                new Wanted(
                        "neither token nor Message-ID of ours",
                        report(failed).replace("cu.50@careunit", "cu.99@other").replace("studs+50", "studs"),
                        "permanent",
                        false,
                        ""),
                new Wanted(
                        "the token of one mail and the Message-ID of another",
                        report(failed).replace("To: studs+50", "To: studs+51"),
                        "report",
                        false,
                        "conflict"),
                new Wanted(
                        "the token alone, in capital letters",
                        report(failed)
                                .replace("cu.50@careunit", "cu.99@other")
                                .replace("To: studs+50@region", "To: STUDS+50@REGION"),
                        "permanent",
                        true,
                        "verp"));
    }

    private static String failed(String status, String diagnostic) {
        return "Final-Recipient: rfc822; eva@klinik.example\nAction: failed\nStatus: " + status
                + "\nDiagnostic-Code: smtp; " + diagnostic + "\n";
    }

    private static String report(String status) {
        return report("", status);
    }

    private static String report(String partHeaders, String status) {
        return multipart("delivery-status", "message/delivery-status\n" + partHeaders.strip(), status);
    }

    private static String multipart(String reportType, String type, String content) {
        return "Return-Path: <>\nFrom: MAILER-DAEMON@mx.klinik.example\nTo: studs+50@region.example\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=" + reportType + "; boundary=\"b 1\"\n\n--b 1\n\nText.\n"
                + "--b 1\nContent-Type: " + type.strip() + "\n\n" + content
                + "\n--b 1\nContent-Type: message/rfc822\n\n" + COPY + "\n--b 1--\n";
    }

    private static String text(String headers, String body) {
        return headers + "To: studs@region.example\nContent-Type: text/plain; charset=utf-8\n\n" + body;
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
