package diabolo.note;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chord symbol of a lead sheet: what harmony holds, and how it is written.
 *
 * <pre>{@code
 * ChordSymbol chord = ChordSymbol.parse("Am7/G").get();
 * chord.kind();               // MINOR_SEVENTH
 * chord.pitchClasses();       // [0, 4, 7, 9]
 * chord.transpose(3).text();  // "Cm7/Bb"
 * ChordSymbol.NO_CHORD.text(); // "N.C."
 * }</pre>
 *
 * <p>Stands in {@link NoteSequence#chords()}, where it holds until the next. The suffix is kept as written, so that Ami7 and Am7 are
 * two symbols; they have the same root, kind and pitch classes. Immutable.
 *
 * @param degrees tones added, altered or taken away, beyond the kind; at most {@value #MAX_DEGREES}
 * @param bass the tone below, where it is not the root
 * @param suffix what is written between root and bass, such as {@code m7b5}; at most {@value #MAX_SUFFIX} characters
 */
public record ChordSymbol(
        PitchName root, ChordKind kind, List<ChordDegree> degrees, Optional<PitchName> bass, String suffix) {

    public static final int MAX_SUFFIX = 60;

    public static final int MAX_DEGREES = 20;

    /** From here on, no chord is played. */
    public static final ChordSymbol NO_CHORD =
            new ChordSymbol(new PitchName('C', 0), ChordKind.NONE, List.of(), Optional.empty(), "");

    /** Roots are spelled from D flat to F sharp when a chord is transposed. */
    private static final int FEWEST_FIFTHS = -5;

    public ChordSymbol {
        requireNonNull(root, "root");
        requireNonNull(kind, "kind");
        degrees = List.copyOf(degrees);
        Checks.requireBetween("degrees", degrees.size(), 0, MAX_DEGREES);
        requireNonNull(bass, "bass");
        Checks.require(suffix.length() <= MAX_SUFFIX, () -> "suffix must have at most %d characters, had %d"
                .formatted(MAX_SUFFIX, suffix.length()));
        Checks.require(
                kind != ChordKind.NONE
                        || (root.fifths() == 0 && degrees.isEmpty() && bass.isEmpty() && suffix.isEmpty()),
                "where there is no chord, there is no root, bass or suffix; use ChordSymbol.NO_CHORD");
    }

    /** A plain chord of a kind, written in the common way. */
    public static ChordSymbol of(PitchName root, ChordKind kind) {
        return of(root, kind, List.of(), Optional.empty());
    }

    /** A chord written in the common way. */
    public static ChordSymbol of(PitchName root, ChordKind kind, List<ChordDegree> degrees, Optional<PitchName> bass) {
        if (kind == ChordKind.NONE) {
            return NO_CHORD;
        }
        String suffix = kind.suffix() + suffixOf(degrees);
        return new ChordSymbol(root, kind, degrees, bass, suffix.substring(0, Math.min(MAX_SUFFIX, suffix.length())));
    }

    /**
     * Reads a chord as lead sheets write it: {@code Am7/G}, {@code F#dim}, {@code Bb7b9}, {@code C6/9}, {@code Gsus4},
     * {@code EΔ}, {@code N.C.}; empty where the text is no chord that we know.
     */
    public static Optional<ChordSymbol> parse(String text) {
        return ChordSpelling.parse(text);
    }

    /** How degrees are commonly written after the kind: {@code "b9#11"}. */
    public static String suffixOf(List<ChordDegree> degrees) {
        return degrees.stream().map(ChordDegree::text).collect(Collectors.joining());
    }

    /** The whole symbol as it is written: {@code "Am7/G"}; {@code "N.C."} where there is no chord. */
    public String text() {
        if (kind == ChordKind.NONE) {
            return "N.C.";
        }
        return root.name() + suffix + bass.map(tone -> "/" + tone.name()).orElse("");
    }

    /** What sounds, 0 for C to 11 for B, the bass included. Of an {@link ChordKind#OTHER} kind only what is known. */
    public NavigableSet<Integer> pitchClasses() {
        Map<Integer, Integer> tones = new TreeMap<>(kind.tones());
        // an added tone takes no tone of its degree away: C7#9 has a natural third, C7b9#9 two ninths
        List<Integer> added = new ArrayList<>();
        for (ChordDegree degree : degrees) {
            Integer known = kind.tones().get(degree.value());
            switch (degree.change()) {
                case ADD -> added.add(degree.semitonesAdded());
                case ALTER ->
                    tones.put(degree.value(), known == null ? degree.semitonesAdded() : known + degree.alteration());
                case SUBTRACT -> tones.remove(degree.value());
            }
        }
        NavigableSet<Integer> pitchClasses = new TreeSet<>();
        Stream.concat(tones.values().stream(), added.stream())
                .map(semitones -> Math.floorMod(root.pitchClass() + semitones, 12))
                .forEach(pitchClasses::add);
        bass.ifPresent(tone -> pitchClasses.add(tone.pitchClass()));
        return Collections.unmodifiableNavigableSet(pitchClasses);
    }

    /**
     * The chord so many semitones higher, or lower where negative. Its root is spelled from D flat to F sharp, the bass in the
     * same direction, if it takes no more than two accidentals there.
     */
    public ChordSymbol transpose(int semitones) {
        if (kind == ChordKind.NONE || semitones % 12 == 0) {
            return this;
        }
        int fifths = simple(root.fifths() + 7 * Math.floorMod(semitones, 12));
        int shift = fifths - root.fifths();
        return new ChordSymbol(
                PitchName.ofFifths(fifths), kind, degrees, bass.map(tone -> shifted(tone, shift)), suffix);
    }

    private static PitchName shifted(PitchName tone, int shift) {
        int fifths = tone.fifths() + shift;
        return PitchName.ofFifths(fifths < -8 || fifths > 12 ? simple(fifths) : fifths);
    }

    private static int simple(int fifths) {
        return Math.floorMod(fifths - FEWEST_FIFTHS, 12) + FEWEST_FIFTHS;
    }
}
