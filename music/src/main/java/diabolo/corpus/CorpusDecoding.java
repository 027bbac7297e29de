package diabolo.corpus;

import diabolo.grid.OffGrid;
import diabolo.grid.RhythmGrid;
import diabolo.note.Meter;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.Trio;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the bytes that {@link CorpusFormat} describes. Nothing in them is believed: a count is checked against the bytes that
 * are left before anything is allocated for it.
 */
final class CorpusDecoding {

    private static final int SMALLEST_PIECE = 7 * Integer.BYTES;
    private static final int SMALLEST_REFUSAL = 2 * Integer.BYTES;

    private final ByteBuffer in;

    private CorpusDecoding(ByteBuffer in) {
        this.in = in;
    }

    /** Reads a whole file; the exception's message goes on after "the corpus file ... cannot be used: ". */
    static Corpus decode(byte[] file) throws MalformedCorpusException {
        int end = file.length - CorpusFormat.HASH_BYTES;
        if (end < CorpusFormat.MAGIC.length + Integer.BYTES || !startsWithMagic(file)) {
            throw new MalformedCorpusException("it is not a corpus file");
        }
        int version = ByteBuffer.wrap(file).getInt(CorpusFormat.MAGIC.length);
        if (version != CorpusFormat.VERSION) {
            throw new MalformedCorpusException("its format has version %d, but %d is the one that is read here"
                    .formatted(version, CorpusFormat.VERSION));
        }
        byte[] hash = CorpusFormat.sha256(Arrays.copyOf(file, end));
        if (!Arrays.equals(hash, Arrays.copyOfRange(file, end, file.length))) {
            throw new MalformedCorpusException("it is truncated or damaged, for its checksum does not fit");
        }
        ByteBuffer content = ByteBuffer.wrap(
                file, CorpusFormat.MAGIC.length + Integer.BYTES, end - CorpusFormat.MAGIC.length - Integer.BYTES);
        try {
            return new CorpusDecoding(content).corpus();
        } catch (IllegalArgumentException broken) {
            throw new MalformedCorpusException("it contradicts itself, for " + broken.getMessage());
        }
    }

    private static boolean startsWithMagic(byte[] file) {
        return Arrays.equals(Arrays.copyOf(file, CorpusFormat.MAGIC.length), CorpusFormat.MAGIC);
    }

    private Corpus corpus() throws MalformedCorpusException {
        CorpusSpec spec = spec();
        List<Piece> pieces = pieces();
        List<Refusal> refusals = refusals();
        List<Window> windows = windows(spec.representation().cells(), pieces);
        if (in.hasRemaining()) {
            throw new MalformedCorpusException("%d bytes follow its last window".formatted(in.remaining()));
        }
        return new Corpus(spec, pieces, windows, refusals);
    }

    private CorpusSpec spec() throws MalformedCorpusException {
        return new CorpusSpec(
                representation(),
                OffGrid.valueOf(text()),
                integer(),
                LastWindow.valueOf(text()),
                SilentWindows.valueOf(text()),
                Transposition.valueOf(text()));
    }

    private Representation representation() throws MalformedCorpusException {
        String name = text();
        RhythmGrid grid = new RhythmGrid(integer());
        return switch (name) {
            case "piano-roll" -> new PianoRoll(grid, integer(), integer(), integer());
            case "melody" -> new Melody(grid, meter(), integer());
            case "drums" -> new Drums(grid, meter(), integer());
            case "trio" -> new Trio(grid, meter(), integer());
            default -> throw new MalformedCorpusException("it holds a representation that is not known here: " + name);
        };
    }

    private Meter meter() throws MalformedCorpusException {
        return new Meter(integer(), integer());
    }

    private List<Piece> pieces() throws MalformedCorpusException {
        int count = count("pieces", SMALLEST_PIECE);
        List<Piece> pieces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pieces.add(new Piece(text(), integer(), integer(), integer(), integer(), integer(), integer()));
        }
        return pieces;
    }

    private List<Refusal> refusals() throws MalformedCorpusException {
        int count = count("refusals", SMALLEST_REFUSAL);
        List<Refusal> refusals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            refusals.add(new Refusal(text(), text()));
        }
        return refusals;
    }

    private List<Window> windows(int cells, List<Piece> pieces) throws MalformedCorpusException {
        int packedLength = CorpusFormat.packedLength(cells);
        int count = count("windows", 2 * Integer.BYTES + packedLength);
        List<Window> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int piece = integer();
            int firstStep = integer();
            BitSet active = BitSet.valueOf(bytes(packedLength));
            if (piece < 0 || piece >= pieces.size() || firstStep < 0 || active.length() > cells) {
                throw new MalformedCorpusException("its window %d is none that could have been written".formatted(i));
            }
            windows.add(new Window(pieces.get(piece).name(), firstStep, cells, active));
        }
        return windows;
    }

    private int count(String things, int smallest) throws MalformedCorpusException {
        int count = integer();
        if (count < 0 || count > in.remaining() / smallest) {
            throw new MalformedCorpusException(
                    "it promises %d %s, but only %d bytes are left".formatted(count, things, in.remaining()));
        }
        return count;
    }

    private String text() throws MalformedCorpusException {
        return new String(bytes(integer()), StandardCharsets.UTF_8);
    }

    private int integer() throws MalformedCorpusException {
        requireLeft(Integer.BYTES);
        return in.getInt();
    }

    private byte[] bytes(int length) throws MalformedCorpusException {
        requireLeft(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private void requireLeft(int length) throws MalformedCorpusException {
        if (length < 0 || length > in.remaining()) {
            throw new MalformedCorpusException(
                    "it needs %d more bytes, but only %d are left".formatted(length, in.remaining()));
        }
    }
}
