package diabolo.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Bytes inside a wrapping that would hide every change of them: what is changed is what is inside, and the wrapping stays whole. */
enum Wrapping {
    NONE {
        @Override
        byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) {
            return change.apply(wrapped);
        }
    },
    GZIP {
        @Override
        byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wrapped));
                    GZIPOutputStream compressed = new GZIPOutputStream(out)) {
                compressed.write(change.apply(in.readAllBytes()));
            }
            return out.toByteArray();
        }
    },
    /** The entries of an archive, with the bytes of each. */
    ZIP {
        @Override
        byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) throws IOException {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(wrapped))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    entries.put(entry.getName(), change.apply(in.readAllBytes()));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream archive = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    archive.putNextEntry(new ZipEntry(entry.getKey()));
                    archive.write(entry.getValue());
                }
            }
            return out.toByteArray();
        }
    },
    /** The chunks of a PNG, with right check sums after the change. */
    PNG {
        private static final int SIGNATURE_BYTES = 8;

        @Override
        byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) {
            byte[] bytes = change.apply(wrapped);
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            for (int at = SIGNATURE_BYTES; at + 12 <= bytes.length; ) {
                int length = buffer.getInt(at);
                if (length < 0 || length > bytes.length - at - 12) {
                    break;
                }
                CRC32 sum = new CRC32();
                sum.update(bytes, at + 4, length + 4);
                buffer.putInt(at + 8 + length, (int) sum.getValue());
                at += length + 12;
            }
            return bytes;
        }
    },
    /** The length before the header of SafeTensors, right after the change. */
    SAFE_TENSORS {
        @Override
        byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) {
            byte[] bytes = change.apply(wrapped);
            int end = new String(bytes, ISO_8859_1).indexOf("}}") + 2;
            if (end > Long.BYTES) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, end - Long.BYTES);
            }
            return bytes;
        }
    };

    abstract byte[] changed(byte[] wrapped, UnaryOperator<byte[]> change) throws IOException;

    /** The same, and a change of all bytes where the wrapping is broken already. */
    byte[] changedWhole(byte[] wrapped, UnaryOperator<byte[]> change) {
        try {
            return changed(wrapped, change);
        } catch (IOException | IllegalArgumentException broken) {
            return change.apply(wrapped);
        }
    }
}
