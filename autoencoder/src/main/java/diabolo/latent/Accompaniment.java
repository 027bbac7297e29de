package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.accompaniment.AccompanimentPattern;
import diabolo.accompaniment.LeadSheet;
import diabolo.accompaniment.Patterns;
import diabolo.grid.RhythmGrid;
import diabolo.harmony.ChordModel;
import diabolo.note.At;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chords of a melody and the pattern that plays them, by the grid steps from which they hold, as text, since they are stored in JSON.
 *
 * <pre>{@code
 * Accompaniment accompaniment = Accompaniment.of(melody, Key.parse("G major"), RhythmGrid.SIXTEENTHS);
 * NoteSequence song = accompaniment.under(melody, RhythmGrid.SIXTEENTHS);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param chords such as {@code Am7}
 * @param pattern one of {@link Patterns#names}
 */
public record Accompaniment(Map<Integer, String> chords, String pattern) {

    public Accompaniment {
        requireNonNull(pattern, "pattern");
        require(
                Patterns.named(pattern).isPresent(),
                "there is no pattern %s; choose one of %s"
                        .formatted(Quoted.of(pattern), String.join(", ", Patterns.names())));
        chords = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(chords, "chords"))); // sorted, for its JSON
        chords.forEach((step, text) -> {
            requireBetween("the step of a chord", step, 0, RhythmGrid.MAX_STEPS);
            chord(requireNonNull(text, "chord")); // validates
        });
    }

    private static ChordSymbol chord(String text) {
        return ChordSymbol.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is no chord; write one such as Am7 or G7".formatted(Quoted.of(text))));
    }

    /** The likeliest chords of a melody, see {@link ChordModel}, and the pattern that suits it. */
    public static Accompaniment of(NoteSequence melody, Key key, RhythmGrid grid) {
        return of(melody, ChordModel.included().of(melody, key).likeliest(), grid);
    }

    /** Given chords of a melody, each at its nearest step, and the pattern that suits it. */
    public static Accompaniment of(NoteSequence melody, List<At<ChordSymbol>> given, RhythmGrid grid) {
        Map<Integer, String> chords = new TreeMap<>();
        for (At<ChordSymbol> chord : given) {
            chords.put(
                    (int) chord.start().toTicks(grid.stepsPerBeat()),
                    chord.value().text());
        }
        return new Accompaniment(chords, LeadSheet.patternFor(melody).name());
    }

    /**
     * The same with chords of another from a step up to another step; what would hold at the second goes on there.
     *
     * @param end of the piece, in steps
     */
    public Accompaniment with(Accompaniment other, int from, int to, int end) {
        TreeMap<Integer, String> mixed = new TreeMap<>(chords);
        Map.Entry<Integer, String> goesOn = mixed.floorEntry(to);
        mixed.subMap(from, to).clear();
        if (goesOn != null && to < end) {
            mixed.putIfAbsent(to, goesOn.getValue());
        }
        TreeMap<Integer, String> others = new TreeMap<>(other.chords);
        Map.Entry<Integer, String> before = others.floorEntry(from);
        if (before != null) {
            mixed.put(from, before.getValue());
        }
        mixed.putAll(others.subMap(from, to));
        return new Accompaniment(mixed, pattern);
    }

    /** The same chords in another pattern. */
    public Accompaniment withPattern(AccompanimentPattern other) {
        return new Accompaniment(chords, other.name());
    }

    /** A melody with the chords played under it. */
    public NoteSequence under(NoteSequence melody, RhythmGrid grid) {
        List<At<ChordSymbol>> symbols = new ArrayList<>();
        chords.forEach((step, text) -> symbols.add(new At<>(grid.beatOf(step), chord(text))));
        return LeadSheet.of(melody, symbols, Patterns.named(pattern).orElseThrow());
    }
}
