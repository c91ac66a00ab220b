package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.careunit.api.gateways.DeliveryStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    private static final String SENT = "CU0001";
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");
    private static final String HEADER =
            "MSH|^~\\&|JOURNAL|VARD|CAREUNIT|REGION|20260305080003+0100||ACK^T01^ACK|R1|P|2.5.1||||||UNICODE UTF-8\r";

    @TestFactory
    Stream<DynamicTest> answersThatReceiversSend() throws IOException {
        return new String(resource("expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(line -> DynamicTest.dynamicTest(line[0], () -> assertThat(word(read(pieces(line[0], line[2]))))
                        .isEqualTo(outcome(line[2]))));
    }

    @TestFactory
    Stream<DynamicTest> answersThatWeMadeUp() throws IOException {
        return new String(resource("own.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    List<byte[]> whole = List.of(unescaped(row[3]));
                    assertThat(word(read(new ScriptedInput(whole, row[1].contains("then close")))))
                            .isEqualTo(row[2]);
                }));
    }

    private static byte[] unescaped(String written) {
        return BYTE.matcher(written.replace("\\H", HEADER).replace("\\\\", "\\"))
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String outcome(String rest) {
        return Stream.of("accepted", "parked", "temporary", "no-ack")
                .filter(word -> rest.contains("," + word + ","))
                .findFirst()
                .orElseThrow();
    }

    private static ScriptedInput pieces(String file, String how) throws IOException {
        byte[] bytes = resource(file);
        List<byte[]> pieces = new ArrayList<>(List.of(bytes));
        if (how.startsWith("\"every byte alone")) {
            pieces = each(bytes);
        } else if (how.startsWith("split")) {
            pieces = List.of(Arrays.copyOf(bytes, bytes.length - 1), new byte[] {0x0D});
        }
        return new ScriptedInput(pieces, how.contains("then close"));
    }

    private static List<byte[]> each(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte one : bytes) {
            pieces.add(new byte[] {one});
        }
        return pieces;
    }

    /** \r ends segments, {} is a frame around what is in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "accepted;  {H MSA|AA|CU0001}",
                "accepted;  {H MSA|AE|CU0002 ERR|||101} {H MSA|CA|CU0001|text with AE in it}",
                "accepted;  {MSH#*~\\&#X#MSA|AE|CU0001 MSA#AA#CU0001}",
                "parked;    {H MSA|AE|CU0001 ERR|||207 ERR||PID^1^3|204^Unknown}",
                "parked;    {H MSA|AE|CU0001 ERR|PID^1^3^101&Required}",
                "parked;    {H MSA|CE|CU0001||||100}",
                "parked;    {H MSA|AA|CU0001} {H MSA|AR|CU0001}",
                "temporary; {H MSA|AE|CU0001 ERR|||104}",
                "temporary; {H MSA|CE|CU0001}",
                "temporary; {H MSA|AA|CU0001 MSA|AE|CU0001}",
                "temporary; {H MSA|AE|CU0001 ERR|||1010 ERR|||wrong 101}",
                "no-ack;    {H MSA|AA|CU00011}",
                "no-ack;    {H MSA|AA}",
                "no-ack;    {H MSA|OK|CU0001}",
                "no-ack;    {MSA|AA|CU0001}",
                "no-ack;    {H NTE|1||MSA|AA|CU0001}",
                "no-ack;    {H MSA|AA|CU0001",
                "no-ack;    {}",
                "no-ack;    {MSH|^~\\&|CAREUNIT|X|Y|Z|20260305080003+0100||MDM^T01^MDM_T01|CU0001|P|2.5.1}"
            })
    void answersOfOurOwn(String outcome, String answer) throws IOException {
        byte[] bytes = answer.strip()
                .replace("} {", "}{")
                .replace("H MSA", HEADER + "MSA")
                .replace("H NTE", HEADER + "NTE")
                .replace(" MSA", "\rMSA")
                .replace(" ERR", "\rERR")
                .replace("{", "\u000b")
                .replace("}", "\r\u001c\r")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(word(read(new ScriptedInput(List.of(bytes), false)))).isEqualTo(outcome);
        assertThat(word(read(new ScriptedInput(each(bytes), true))))
                .as("byte by byte the first answer that decides ends the reading")
                .isIn(outcome, "accepted");
    }

    @ParameterizedTest
    @CsvSource({"8859/1, ISO-8859-1", "8859/15, ISO-8859-15", "UNICODE UTF-8, UTF-8", "ASCII, US-ASCII", "'', UTF-16LE"
    })
    void everyCharacterSetOfAnAnswerIsRead(String name, String charset) throws IOException {
        String text = HEADER.replace("UNICODE UTF-8", name) + "MSA|AR|CU0001|Sm\u00e5l\u00e4nderna\r";
        assertThat(word(read(new ScriptedInput(List.of(framed(text.getBytes(Charset.forName(charset)))), false))))
                .isEqualTo("parked");
    }

    @Test
    void noiseBetweenFramesIsSkipped() throws IOException {
        byte[] answer = framed((HEADER + "MSA|AA|CU0001\r").getBytes(StandardCharsets.UTF_8));
        List<byte[]> pieces = List.of(new byte[] {0, 0, 0x1C, 0x0D, 'x'}, answer, new byte[] {0});
        assertThat(word(read(new ScriptedInput(pieces, false)))).isEqualTo("accepted");
    }

    @Test
    void aReasonNamesCodesAndFieldsAndNoTexts() throws IOException {
        Hl7Answer answer = read(new ScriptedInput(List.of(resource("05-ae-our-fault.hl7")), false));
        assertThat(answer.reason()).isEqualTo("AE with error 101 at PID-1-3");
        assertThat(read(new ScriptedInput(List.of(resource("19-no-frame.hl7")), false))
                        .reason())
                .contains("115 bytes", "0x0B");
        byte[] harmful = framed((HEADER + "MSA|AE|CU0001|191212121212\rERR||191212121212|191212121212^Tolvan\r")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(read(new ScriptedInput(List.of(harmful), false)).reason()).isEqualTo("AE");
    }

    @Test
    void anAnswerOfAMegabyteIsNotKept() throws IOException {
        byte[] most = framed((HEADER + "MSA|AA|CU0001\rNTE|1||" + "x".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(word(read(new ScriptedInput(List.of(most), false)))).isEqualTo("accepted");
        byte[] begin = ("\u000b" + HEADER + "MSA|AA|CU0001\r").getBytes(StandardCharsets.UTF_8);
        assertThat(word(read(new ScriptedInput(List.of(begin, new byte[1024 * 1024]), false))))
                .isEqualTo("no-ack");
    }

    @Test
    void endlessNoiseEnds() throws IOException {
        InputStream noise = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return most;
            }

            @Override
            public int available() {
                return 1;
            }
        };
        assertThat(word(new AnswerReader(noise, SENT, () -> 0, Duration.ofSeconds(1)).read()))
                .isEqualTo("no-ack");
    }

    @Test
    void aReceiverThatTricklesHasNoMoreTimeThanOthers() throws IOException {
        AtomicLong nanos = new AtomicLong();
        byte[] answer = framed((HEADER + "MSA|AA|CU0001\r").getBytes(StandardCharsets.UTF_8));
        AnswerReader reader = new AnswerReader(
                new ScriptedInput(each(answer), false), SENT, () -> nanos.getAndAdd(50_000_000), Duration.ofSeconds(1));
        assertThat(word(reader.read())).isEqualTo("no-ack");
        assertThat(reader.isReusable()).isFalse();
    }

    @Test
    void aConnectionIsUsedAgainOnlyAfterACompleteAnswer() throws IOException {
        assertThat(reusable(resource("01-aa.hl7"))).isTrue();
        assertThat(reusable(resource("03-ca-then-aa-in-one-packet.hl7"))).isTrue();
        assertThat(reusable(resource("29-no-msa.hl7"))).isFalse();
        byte[] whole = resource("03-ca-then-aa-in-one-packet.hl7");
        assertThat(reusable(Arrays.copyOf(whole, whole.length - 3))).isFalse();
    }

    private static boolean reusable(byte[] bytes) throws IOException {
        AnswerReader reader = reader(new ScriptedInput(List.of(bytes), false));
        reader.read();
        return reader.isReusable();
    }

    private static Hl7Answer read(InputStream in) throws IOException {
        return reader(in).read();
    }

    private static AnswerReader reader(InputStream in) {
        return new AnswerReader(in, SENT, () -> 0, Duration.ofSeconds(1));
    }

    private static byte[] framed(byte[] content) {
        byte[] frame = new byte[content.length + 3];
        frame[0] = 0x0B;
        System.arraycopy(content, 0, frame, 1, content.length);
        frame[frame.length - 2] = 0x1C;
        frame[frame.length - 1] = 0x0D;
        return frame;
    }

    private static String word(Hl7Answer answer) {
        if (!answer.isAnswered()) {
            assertThat(answer.status()).isEqualTo(DeliveryStatus.TEMPORARY_FAILURE);
            return "no-ack";
        }
        return switch (answer.status()) {
            case ACCEPTED -> "accepted";
            case TECHNICAL_FAILURE -> "parked";
            case TEMPORARY_FAILURE -> "temporary";
            default -> answer.status().name();
        };
    }

    private static byte[] resource(String file) throws IOException {
        try (InputStream in = AnswerReaderTest.class.getResourceAsStream("/hl7-answers/" + file)) {
            return in.readAllBytes();
        }
    }
}
