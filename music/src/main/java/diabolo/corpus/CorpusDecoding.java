package diabolo.corpus;

import diabolo.grid.OffGrid;
import diabolo.grid.RhythmGrid;
import diabolo.note.Checks;
import diabolo.note.Meter;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.representation.Trio;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the bytes that {@link CorpusFormat} describes. Nothing in them is believed: a count is checked against the bytes that
 * are left before anything is allocated for it.
 */
final class CorpusDecoding {

    private static final int SMALLEST_PIECE = 7 * Integer.BYTES;
    private static final int SMALLEST_REFUSAL = 4 * Integer.BYTES;

    private final ByteBuffer in;
    private final int version;

    private CorpusDecoding(ByteBuffer in, int version) {
        this.in = in;
        this.version = version;
    }

    /** Reads a whole file; the exception's message goes on after "the corpus file ... cannot be used: ". */
    static Corpus decode(byte[] file) throws MalformedCorpusException {
        int end = file.length - CorpusFormat.HASH_BYTES;
        if (end < CorpusFormat.MAGIC.length + Integer.BYTES || !startsWithMagic(file)) {
            throw new MalformedCorpusException("it is not a corpus file");
        }
        int version = ByteBuffer.wrap(file).getInt(CorpusFormat.MAGIC.length);
        if (version != CorpusFormat.VERSION && version != CorpusFormat.VERSION_WITHOUT_OTHER_METERS) {
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
            return new CorpusDecoding(content, version).corpus();
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
        List<Window> windows = windows(spec.representation(), pieces);
        if (in.hasRemaining()) {
            throw new MalformedCorpusException("%d bytes follow its last window".formatted(in.remaining()));
        }
        return new Corpus(spec, pieces, windows, refusals);
    }

    private CorpusSpec spec() throws MalformedCorpusException {
        Representation representation = representation();
        return new CorpusSpec(
                representation,
                OffGrid.valueOf(text()),
                integer(),
                LastWindow.valueOf(text()),
                SilentWindows.valueOf(text()),
                Transposition.valueOf(text()),
                representation instanceof Trio ? MissingBass.valueOf(text()) : MissingBass.REFUSED,
                version == CorpusFormat.VERSION && representation instanceof TokenRepresentation
                        ? OtherMeters.valueOf(text())
                        : OtherMeters.REFUSED);
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
            pieces.add(new Piece(text(), integer(), integer(), refusedWindows(), integer(), integer(), integer()));
        }
        return pieces;
    }

    private List<Refusal> refusals() throws MalformedCorpusException {
        int count = count("refusals", SMALLEST_REFUSAL);
        List<Refusal> refusals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            refusals.add(new Refusal(text(), FileRefusal.valueOf(text()), text(), refusedWindows()));
        }
        return refusals;
    }

    private RefusedWindows refusedWindows() throws MalformedCorpusException {
        int count = count("reasons", 2 * Integer.BYTES);
        Map<WindowRefusal, Integer> counts = new EnumMap<>(WindowRefusal.class);
        for (int i = 0; i < count; i++) {
            counts.put(WindowRefusal.valueOf(text()), integer());
        }
        return new RefusedWindows(counts);
    }

    private List<Window> windows(Representation representation, List<Piece> pieces) throws MalformedCorpusException {
        int count = count("windows", 2 * Integer.BYTES + CorpusFormat.packedLength(representation));
        List<Window> windows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int piece = integer();
            int firstStep = integer();
            WindowContent content = content(representation);
            if (piece < 0 || piece >= pieces.size() || firstStep < 0) {
                throw new MalformedCorpusException("its window %d is none that could have been written".formatted(i));
            }
            windows.add(new Window(pieces.get(piece).name(), firstStep, representation, content));
        }
        return windows;
    }

    private WindowContent content(Representation representation) throws MalformedCorpusException {
        byte[] packed = bytes(CorpusFormat.packedLength(representation));
        return switch (representation) {
            case PianoRoll roll -> bits(roll, BitSet.valueOf(packed));
            case TokenRepresentation tokens -> tokens(tokens, ByteBuffer.wrap(packed));
        };
    }

    private static WindowContent bits(PianoRoll roll, BitSet active) {
        Checks.require(active.length() <= roll.cells(), "a window has more than " + roll.cells() + " cells");
        return new WindowContent.Bits(active);
    }

    private static WindowContent tokens(TokenRepresentation representation, ByteBuffer packed) {
        int[][] tokens = new int[representation.lines().size()][representation.steps()];
        for (int[] line : tokens) {
            for (int step = 0; step < line.length; step++) {
                line[step] = packed.getShort();
            }
        }
        return WindowContent.of(representation, new Tokens(tokens));
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
