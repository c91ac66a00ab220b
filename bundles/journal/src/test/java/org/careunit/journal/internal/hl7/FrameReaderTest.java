package org.careunit.journal.internal.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

    /** Bytes that could be taken for a frame's are as likely as others. */
    private static final byte[] BYTES = {0x1C, 0x0D, 0x0A, 0, 'a', (byte) 0xE5};

    @Property(tries = 200)
    void framesComeOutAsTheyWentInHoweverTheyAreCut(
            @ForAll @Size(max = 4) List<@Size(max = 8) List<@IntRange(max = 5) Integer>> contents,
            @ForAll @IntRange(min = 1, max = 9) int piece) {
        List<byte[]> frames = contents.stream().map(FrameReaderTest::content).toList();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            stream.writeBytes(new byte[] {0, 0x0B});
            stream.writeBytes(frame);
            stream.writeBytes(new byte[] {0x1C, 0x0D});
        }
        assertThat(read(stream.toByteArray(), piece)).containsExactlyElementsOf(frames);
    }

    private static byte[] content(List<Integer> indexes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int before = 0;
        for (int index : indexes) {
            boolean endsFrame = before == 0x1C && BYTES[index] == 0x0D;
            before = endsFrame ? 'b' : BYTES[index];
            content.write(before);
        }
        if (before == 0x1C) {
            content.write('c'); // 1C 1C 0D: which of the two ends the frame is tested apart
        }
        return content.toByteArray();
    }

    @Test
    void anEndAfterAnotherEndsTheFrame() {
        assertThat(read(new byte[] {0x0B, 'a', 0x1C, 0x1C, 0x0D}, 1)).containsExactly(new byte[] {'a', 0x1C});
    }

    @Test
    void aFrameWithoutEndIsDropped() {
        FrameReader reader = new FrameReader();
        byte[] endless = new byte[FrameReader.LONGEST + 2];
        endless[0] = 0x0B;
        assertThat(reader.take(endless, endless.length)).isEmpty();
        assertThat(reader.isTooLong()).isTrue();
        assertThat(reader.take(new byte[] {0x1C, 0x0D}, 2)).isEmpty();
    }

    private static List<byte[]> read(byte[] bytes, int piece) {
        FrameReader reader = new FrameReader();
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + piece, bytes.length));
            frames.addAll(reader.take(part, part.length));
        }
        return frames;
    }
}
