package diabolo.corpus;

import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The bytes of a corpus file, big-endian; a text is its length in bytes and UTF-8:
 *
 * <pre>
 * 8 bytes "DIABCORP", version 5
 * representation name, steps a beat, and for a piano roll: steps, lowest pitch, pitches; for tokens: meter above, below, bars
 * off-grid policy, stride, last window, silent windows, transposition, of trios the missing bass, of tokens the other meters (the
 * names of their constants; files of version 4 have no other meters: REFUSED)
 * count of pieces,   each: name, length, windows, refused windows, off-grid notes, unheld notes, semitones, as in {@link Piece}
 * count of refusals, each: file, kind, reason, refused windows
 * count of windows,  each: index of its piece, first step, and its cells as bits, lowest bit first, or its tokens, two bytes each
 *   refused windows: count of reasons, each: name and number
 * 32 bytes: SHA-256 of all before
 * </pre>
 */
final class CorpusFormat {

    static final byte[] MAGIC = "DIABCORP".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 5;
    static final int VERSION_WITHOUT_OTHER_METERS = 4;
    static final int HASH_BYTES = 32;

    private CorpusFormat() {}

    /** The whole file. */
    static byte[] bytes(Corpus corpus) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(VERSION);
            writeSpec(out, corpus.spec());
            if (corpus.spec().representation() instanceof TokenRepresentation) {
                writeText(out, corpus.spec().otherMeters().name());
            }
            writePieces(out, corpus);
            writeRefusals(out, corpus);
            writeWindows(out, corpus);
            out.write(sha256(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    static String fingerprint(Corpus corpus) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeSpec(out, corpus.spec());
            if (corpus.spec().otherMeters()
                    != OtherMeters.REFUSED) { // so that what was always cut so keeps its fingerprint
                writeText(out, corpus.spec().otherMeters().name());
            }
            for (Window window : corpus.windows()) {
                writeText(out, window.piece());
                out.writeInt(window.firstStep());
                out.write(packed(window));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return HexFormat.of().formatHex(sha256(bytes.toByteArray()));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** How many bytes a window takes beside its piece and position. */
    static int packedLength(Representation representation) {
        return switch (representation) {
            case PianoRoll roll -> Math.ceilDiv(roll.cells(), 8);
            case TokenRepresentation tokens -> Short.BYTES * tokens.lines().size() * tokens.steps();
        };
    }

    private static void writeSpec(DataOutputStream out, CorpusSpec spec) throws IOException {
        writeText(out, spec.representation().name());
        switch (spec.representation()) {
            case PianoRoll roll -> {
                out.writeInt(roll.grid().stepsPerBeat());
                out.writeInt(roll.steps());
                out.writeInt(roll.lowestPitch());
                out.writeInt(roll.pitches());
            }
            case TokenRepresentation tokens -> {
                out.writeInt(tokens.grid().stepsPerBeat());
                out.writeInt(tokens.meter().beats());
                out.writeInt(tokens.meter().beatUnit());
                out.writeInt(tokens.bars());
            }
        }
        writeText(out, spec.offGrid().name());
        out.writeInt(spec.strideSteps());
        writeText(out, spec.lastWindow().name());
        writeText(out, spec.silentWindows().name());
        writeText(out, spec.transposition().name());
        if (spec.representation() instanceof Trio) {
            writeText(out, spec.missingBass().name());
        }
    }

    private static void writePieces(DataOutputStream out, Corpus corpus) throws IOException {
        out.writeInt(corpus.pieces().size());
        for (Piece piece : corpus.pieces()) {
            writeText(out, piece.name());
            out.writeInt(piece.lengthInSteps());
            out.writeInt(piece.windows());
            writeRefused(out, piece.refusedWindows());
            out.writeInt(piece.offGridNotes());
            out.writeInt(piece.unplacedNotes());
            out.writeInt(piece.semitones());
        }
    }

    private static void writeRefusals(DataOutputStream out, Corpus corpus) throws IOException {
        out.writeInt(corpus.refusals().size());
        for (Refusal refusal : corpus.refusals()) {
            writeText(out, refusal.file());
            writeText(out, refusal.kind().name());
            writeText(out, refusal.reason());
            writeRefused(out, refusal.refusedWindows());
        }
    }

    private static void writeRefused(DataOutputStream out, RefusedWindows refused) throws IOException {
        out.writeInt(refused.counts().size());
        for (Map.Entry<WindowRefusal, Integer> reason : refused.counts().entrySet()) {
            writeText(out, reason.getKey().name());
            out.writeInt(reason.getValue());
        }
    }

    private static void writeWindows(DataOutputStream out, Corpus corpus) throws IOException {
        Map<String, Integer> indices = new HashMap<>();
        corpus.pieceNames().forEach(name -> indices.put(name, indices.size()));
        out.writeInt(corpus.windows().size());
        for (Window window : corpus.windows()) {
            out.writeInt(indices.getOrDefault(window.piece(), -1));
            out.writeInt(window.firstStep());
            out.write(packed(window));
        }
    }

    private static byte[] packed(Window window) {
        return switch (window.content()) {
            case WindowContent.Bits bits ->
                Arrays.copyOf(bits.active().toByteArray(), packedLength(window.representation()));
            case WindowContent.Said said -> packed(said.tokens().lines());
        };
    }

    private static byte[] packed(int[][] tokens) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * tokens.length * tokens[0].length);
        for (int[] line : tokens) {
            for (int token : line) {
                bytes.putShort((short) token);
            }
        }
        return bytes.array();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
