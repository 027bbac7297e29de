package diabolo.representation;

import diabolo.grid.QuantizedSequence;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A window of whole bars written as tokens: at each step, each line says one of a small alphabet of things.
 *
 * <pre>{@code
 * TokenRepresentation melody = Melody.of(2);            // two bars of 4/4
 * Tokens tokens = melody.encode(piece.slice(0, 32));    // [1 line][32 steps]
 * QuantizedSequence same = melody.decode(tokens);
 * }</pre>
 *
 * <p>Any tokens can be decoded, whether canonical or not: a note-off in silence is silence. {@code encode(decode(t))} equals
 * {@code t} for the canonical ones, which {@code encode} can give. Immutable.
 */
public sealed interface TokenRepresentation extends Representation permits Melody, Drums, Trio {

    /** The meter of all its bars. */
    Meter meter();

    /** The length of a window in bars. */
    int bars();

    /** How many things each line can say, at a step. */
    default List<Integer> alphabets() {
        return lines().stream().map(Line::alphabet).toList();
    }

    /** Which line the parts of an instrument play; empty for one that is left out. */
    Optional<Integer> line(Instrument instrument);

    /** The length of a bar on the grid. */
    default int stepsPerBar() {
        return BarGrid.stepsPerBar(grid(), meter());
    }

    @Override
    default int lowestPitch() {
        return Melody.LOWEST_PITCH;
    }

    @Override
    default int highestPitch() {
        return Melody.HIGHEST_PITCH;
    }

    @Override
    default int steps() {
        return bars() * stepsPerBar();
    }

    /**
     * Whether bars of a meter fill its bars: as long, as 6/8 is to 3/4, or two or four of one make one of the other, as 2/4 is to
     * 4/4.
     */
    default boolean admits(Meter other) {
        return BarGrid.fill(meter(), other);
    }

    /** Whether bars of a meter are as long and halved as its own, as 2/2 is to 4/4; 6/8 is not alike 3/4. */
    default boolean isAlike(Meter other) {
        return BarGrid.areAlike(meter(), other);
    }

    /**
     * The beginning of a piece as tokens.
     *
     * @throws IllegalArgumentException if the piece lies on another grid
     * @throws UnsuitableMeterException if the piece has bars of another meter there; a piece without any meter fits
     */
    @Override
    default Tokens encode(QuantizedSequence sequence) {
        return require(encodeReporting(sequence).frames());
    }

    @Override
    default Encoded encodeReporting(QuantizedSequence sequence) {
        BarGrid.requireFitting(this, sequence);
        return BarGrid.encoded(this, sequence);
    }

    @Override
    default QuantizedSequence decode(Frames frames) {
        int[][] tokens = require(frames).lines();
        return BarGrid.decoded(
                this,
                1,
                IntStream.range(0, tokens.length)
                        .mapToObj(line -> lines().get(line).decode(tokens[line]))
                        .toList());
    }

    @Override
    default QuantizedSequence join(List<? extends Frames> windows) {
        return BarGrid.joined(this, windows.stream().map(this::decode).toList());
    }

    @Override
    default Tokens require(Frames frames) {
        return switch (frames) {
            case Cells _ ->
                throw new IllegalArgumentException(
                        "The representation %s is of tokens, but cells were given.".formatted(name()));
            case Tokens tokens -> {
                BarGrid.requireTokens(this, tokens.lines());
                yield tokens;
            }
        };
    }

    @Override
    default Optional<Frames> transpose(Frames frames, int semitones) {
        int[][] tokens = require(frames).lines();
        List<int[]> transposed = IntStream.range(0, tokens.length)
                .mapToObj(line -> lines().get(line).transpose(tokens[line], semitones))
                .flatMap(Optional::stream)
                .toList();
        return transposed.size() < tokens.length
                ? Optional.empty()
                : Optional.of(new Tokens(transposed.toArray(int[][]::new)));
    }

    @Override
    default Tokens overlay(Frames given, Frames window) {
        int[][] over = require(given).lines();
        int[][] under = require(window).lines();
        return new Tokens(IntStream.range(0, under.length)
                .mapToObj(line -> lines().get(line).overlay(over[line], under[line]))
                .toArray(int[][]::new));
    }

    @Override
    default Tokens beginning(Frames window, int steps) {
        return new Tokens(Arrays.stream(require(window).lines())
                .map(line -> Arrays.copyOf(line, Checks.requireBetween("steps", steps, 0, steps())))
                .toArray(int[][]::new));
    }

    @Override
    default BitSet sounding(Frames frames) {
        int[][] tokens = require(frames).lines();
        List<Line> lines = lines();
        BitSet cells = new BitSet(cells());
        int cell = 0;
        for (int step = 0; step < steps(); step++) {
            for (int line = 0; line < tokens.length; line++) {
                cells.set(cell + tokens[line][step]);
                cell += lines.get(line).alphabet();
            }
        }
        return cells;
    }

    @Override
    default Tokens ofSounding(BitSet cells) {
        List<Line> lines = lines();
        int[][] tokens = new int[lines.size()][steps()];
        int cell = 0;
        for (int step = 0; step < steps(); step++) {
            for (int line = 0; line < tokens.length; line++) {
                int said = cells.nextSetBit(cell);
                int next = cell + lines.get(line).alphabet();
                tokens[line][step] = said < 0 || said >= next ? 0 : said - cell;
                cell = next;
            }
        }
        return new Tokens(tokens);
    }

    @Override
    default boolean isSilent(Frames frames) {
        int[][] tokens = require(frames).lines();
        return IntStream.range(0, tokens.length)
                .noneMatch(line -> Arrays.stream(tokens[line]).anyMatch(lines().get(line)::isOnset));
    }
}
