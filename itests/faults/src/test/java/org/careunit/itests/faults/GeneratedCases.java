package org.careunit.itests.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.careunit.api.host.ClosedCase;
import org.careunit.api.host.ClosedCase.Attachment;
import org.careunit.api.host.ClosedCase.Message;
import org.careunit.api.host.ClosedCases;
import org.careunit.api.identity.CaseRef;
import org.careunit.api.identity.CaseTypeKey;
import org.careunit.api.identity.HsaId;
import org.careunit.api.paging.Page;

/**
 * A host with ended cases that are made from their numbers, each with an attachment; what it has confirmed stands in a
 * file, so that it knows after a kill. Its cursor is the number of the next case.
 */
final class GeneratedCases implements ClosedCases {

    static final HsaId UNIT = new HsaId("SE1111111111-ARKIV");
    private static final Instant ENDED = Instant.parse("2026-01-01T00:00:00Z");

    private final int count;
    private final int pageSize;
    private final Path confirmed;
    private final Consumer<String> tell;
    private final BitSet done = new BitSet();

    /** @param tell hears of each page and each confirmation */
    GeneratedCases(int count, int pageSize, Path confirmed, Consumer<String> tell) throws IOException {
        this.count = count;
        this.pageSize = pageSize;
        this.confirmed = confirmed;
        this.tell = tell;
        confirmedIn(confirmed).forEach(id -> done.set(number(id)));
    }

    /** The cases that were confirmed, as often as they were. */
    static List<String> confirmedIn(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    static String id(int number) {
        return "case-" + number;
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    static byte[] attachment(int number) {
        Random random = new Random(number);
        byte[] bytes = new byte[500 + random.nextInt(1_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public synchronized Page<ClosedCase> closedCases(HsaId unit, Instant until, Optional<String> cursor) {
        List<ClosedCase> page = new ArrayList<>();
        int number = done.nextClearBit(cursor.map(Integer::parseInt).orElse(0));
        while (number < count && page.size() < pageSize) {
            page.add(ended(number));
            number = done.nextClearBit(number + 1);
        }
        tell.accept("GAVE " + number);
        return new Page<>(page, number < count ? Optional.of(Integer.toString(number)) : Optional.empty());
    }

    private static ClosedCase ended(int number) {
        return new ClosedCase(
                new CaseRef(UNIT, id(number)),
                new CaseTypeKey("boka-tid"),
                ENDED.minusSeconds(100_000),
                ENDED.plusSeconds(number),
                Optional.empty(),
                List.of(new Message(ENDED, Optional.empty(), "Hej, jag vill boka tid nummer " + number + ".")),
                List.of(new Attachment("bild.png", "image/png", () -> new ByteArrayInputStream(attachment(number)))));
    }

    @Override
    public synchronized void archived(HsaId unit, List<CaseRef> cases, ArchivedPackage in) {
        String lines = cases.stream().map(one -> one.id() + "\n").collect(Collectors.joining());
        try {
            Files.writeString(
                    confirmed, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        cases.forEach(one -> done.set(number(one.id())));
        tell.accept("CONFIRMED " + cases.size());
    }
}
