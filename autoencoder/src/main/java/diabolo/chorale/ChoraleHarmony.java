package diabolo.chorale;

import static java.util.Objects.requireNonNull;

import diabolo.corpus.KeyEstimation;
import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Voice;
import diabolo.grid.RhythmGrid;
import diabolo.harmony.MelodyPart;
import diabolo.inpainting.InpaintedProvenance;
import diabolo.inpainting.InpainterFile;
import diabolo.model.Inpainter;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A melody in four voices: the soprano is the melody note for note, the others are sampled under it on a grid of eighths.
 *
 * <pre>{@code
 * ChoraleHarmony harmony = ChoraleHarmony.of(melody, ChoraleHarmony.Settings.DEFAULT, ChoraleModel.included());
 * harmony.music().parts(); // Soprano, Alto, Tenor, Bass
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param music four parts, named as voices are
 * @param chorale the same on the grid
 * @param provenance how it was made
 */
public record ChoraleHarmony(NoteSequence music, Chorale chorale, InpaintedProvenance provenance) {

    /** The name of the model, as in provenances. */
    public static final String MODEL = "four-voices";

    private static final int PASSES = 24;
    private static final int MOST_STEPS = 4_096;
    private static final int MOST_FIFTHS = 4; // sharps or flats
    private static final int VELOCITY = 80;
    private static final Tempo TEMPO = new Tempo(96);

    public ChoraleHarmony {
        requireNonNull(music, "music");
        requireNonNull(chorale, "chorale");
        requireNonNull(provenance, "provenance");
    }

    /**
     * What may be chosen.
     *
     * @param key of the melody; empty for that of its signature, else the estimate
     * @param kept voices beside the soprano that the piece has and that are not sampled
     * @param seed of all chance
     * @param temperature 0.01 to 10: 1 samples from the model, less takes what is likelier
     * @param candidates sampled, of which the best is taken, 1 to 64
     * @param rules how much crossings, parallels and syncopations are held off in sampling: 1 as usual, 0 not at all
     */
    public record Settings(
            Optional<Key> key, Set<Voice> kept, long seed, double temperature, int candidates, double rules) {

        public static final Settings DEFAULT = new Settings(Optional.empty(), Set.of(), 1, 0.8, 6);

        public Settings {
            requireNonNull(key, "key");
            kept = Set.copyOf(kept);
            Checks.requireBetween("temperature", temperature, 0.01, 10);
            Checks.requireBetween("candidates", candidates, 1, 64);
            Checks.requireBetween("rules", rules, 0, 10);
        }

        /** With the usual rules. */
        public Settings(Optional<Key> key, Set<Voice> kept, long seed, double temperature, int candidates) {
            this(key, kept, seed, temperature, candidates, 1);
        }

        /** The same with another seed. */
        public Settings withSeed(long other) {
            return new Settings(key, kept, other, temperature, candidates, rules);
        }
    }

    /**
     * Harmonizes the melody of a piece, see {@link MelodyPart}; other parts are left out, but for voices that are kept.
     *
     * @throws IllegalArgumentException if there is no melody, if it has several notes at once, leaves the soprano's range or the known
     *     meters, or if a voice is to be kept that is not there
     */
    public static ChoraleHarmony of(NoteSequence piece, Settings settings, ChoraleModel model) {
        try (Inpainter inpainter = model.open()) {
            return of(piece, settings, inpainter);
        }
    }

    /** The same with an open network. */
    public static ChoraleHarmony of(NoteSequence piece, Settings settings, Inpainter inpainter) {
        Map<Voice, Part> given = GivenVoices.of(piece, settings.kept());
        NoteSequence melody = piece.withParts(List.of(given.get(Voice.SOPRANO)));
        Key key = settings.key().orElseGet(() -> keyOf(melody));
        Chorale onGrid = onGrid(piece.withParts(List.copyOf(given.values())), given, key);
        boolean[] isGiven = new boolean[Voice.COUNT];
        given.keySet().forEach(voice -> isGiven[voice.line()] = true);
        Checks.require(ChoraleTokens.fit(onGrid), () -> "%s has notes that no voice sings; transpose it by an octave"
                .formatted(title(piece)));
        Chorale best = best(onGrid, isGiven, settings, inpainter);
        return new ChoraleHarmony(
                music(melody, given, best), best, provenance("harmonize", settings, key, inpainter, Map.of()));
    }

    /**
     * Makes a piece of which the melody is sampled as well, in 4/4.
     *
     * @param bars 1 to 64
     * @param settings without a key, one of those that hymns are in is chosen by the seed; kept voices are ignored
     */
    public static ChoraleHarmony composed(int bars, Settings settings, Inpainter inpainter) {
        Checks.requireBetween("bars", bars, 1, 64);
        RandomSource random = RandomSource.of(settings.seed());
        Key key = settings.key()
                .orElseGet(() -> new Key(
                        random.derive("key").generator().nextInt(-MOST_FIFTHS, MOST_FIFTHS + 1), Key.Mode.MAJOR));
        int[] places = BarPlace.ofFourFour(bars * BarPlace.STEPS_PER_BEAT * Meter.FOUR_FOUR.beats());
        Chorale empty = Chorale.of("", key, places, Map.of());
        Chorale best = best(empty, new boolean[Voice.COUNT], settings, inpainter);
        List<Part> parts = new ArrayList<>();
        for (Voice voice : Voice.values()) {
            parts.add(new Part(voice.partName(), Instrument.PIANO, notes(best, voice, Velocity.of(VELOCITY))));
        }
        NoteSequence music = new NoteSequence(
                "Four voices, seed %d".formatted(settings.seed()),
                parts,
                List.of(new At<>(Beat.ZERO, TEMPO)),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR)),
                List.of(new At<>(Beat.ZERO, key)));
        return new ChoraleHarmony(
                music, best, provenance("generate", settings, key, inpainter, Map.of("bars", String.valueOf(bars))));
    }

    /** The candidate that breaks fewest rules. */
    private static Chorale best(Chorale onGrid, boolean[] isGiven, Settings settings, Inpainter inpainter) {
        return new ChoraleSampler(inpainter, ChoraleTokens.up(onGrid.key()))
                        .sample(
                                ChoraleTokens.of(onGrid),
                                isGiven,
                                new ChoraleSampler.Settings(
                                        PASSES, settings.candidates(), settings.temperature(), settings.rules()),
                                RandomSource.of(settings.seed()).derive("four voices"))
                        .stream()
                        .map(tokens -> ChoraleTokens.chorale(onGrid.name(), onGrid.key(), tokens))
                        .min(Comparator.comparingDouble(ChoraleCost::of))
                        .orElseThrow();
    }

    /** The signature's; major or minor by the last note, or else by the estimate. */
    static Key keyOf(NoteSequence melody) {
        Key signature = KeyEstimation.keyOf(melody).orElse(Key.C_MAJOR);
        int last = melody.parts().getFirst().notes().getLast().pitch().pitchClass();
        Key minor = new Key(signature.fifths(), Key.Mode.MINOR);
        Key major = new Key(signature.fifths(), Key.Mode.MAJOR);
        if (last == minor.tonicPitchClass()) {
            return minor;
        }
        return last == major.tonicPitchClass()
                ? major
                : KeyEstimation.estimate(melody)
                        .filter(estimate -> estimate.fifths() == signature.fifths())
                        .orElse(signature);
    }

    private static Chorale onGrid(NoteSequence piece, Map<Voice, Part> given, Key key) {
        NoteSequence quantized = RhythmGrid.SIXTEENTHS.quantize(piece).toNoteSequence();
        Map<Voice, List<Note>> notes = new EnumMap<>(Voice.class);
        int number = 0;
        for (Voice voice : given.keySet()) {
            notes.put(voice, quantized.parts().get(number++).notes());
        }
        int[] places = BarPlace.of(quantized);
        Checks.require(
                places.length <= MOST_STEPS,
                () -> "%s has %d eighths, and four voices are made for %d at most; choose a part of it with --bars"
                        .formatted(title(piece), places.length, MOST_STEPS));
        return Chorale.of(title(piece), key, places, notes);
    }

    private static String title(NoteSequence piece) {
        return piece.title().isBlank() ? "the piece" : piece.title();
    }

    private static NoteSequence music(NoteSequence melody, Map<Voice, Part> given, Chorale chorale) {
        Part soprano = melody.parts().getFirst();
        Velocity velocity = soprano.notes().getFirst().velocity();
        List<Part> parts = new ArrayList<>();
        for (Voice voice : Voice.values()) {
            List<Note> notes = given.containsKey(voice) ? given.get(voice).notes() : notes(chorale, voice, velocity);
            parts.add(new Part(voice.partName(), soprano.instrument(), notes));
        }
        List<At<Meter>> meters =
                melody.meters().isEmpty() ? List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR)) : melody.meters();
        List<At<Key>> keys = melody.keys().isEmpty() ? List.of(new At<>(Beat.ZERO, chorale.key())) : melody.keys();
        return new NoteSequence(melody.title(), parts, melody.tempos(), meters, keys);
    }

    private static List<Note> notes(Chorale chorale, Voice voice, Velocity velocity) {
        List<Note> notes = new ArrayList<>();
        int from = 0;
        for (int step = 1; step <= chorale.steps(); step++) {
            if (step == chorale.steps() || chorale.begins(voice, step)) {
                int pitch = chorale.pitch(voice, from);
                if (pitch != Chorale.REST) {
                    notes.add(new Note(
                            Pitch.of(pitch),
                            velocity,
                            Beat.of(from, BarPlace.STEPS_PER_BEAT),
                            Beat.of(step - from, BarPlace.STEPS_PER_BEAT)));
                }
                from = step;
            }
        }
        return notes;
    }

    private static InpaintedProvenance provenance(
            String operation, Settings settings, Key key, Inpainter inpainter, Map<String, String> more) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("style", "chorale");
        details.put("key", key.name());
        details.put("candidates", String.valueOf(settings.candidates()));
        if (!settings.kept().isEmpty()) {
            details.put(
                    "kept",
                    new TreeSet<>(settings.kept())
                            .stream()
                                    .map(voice -> voice.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(",")));
        }
        details.putAll(more);
        return new InpaintedProvenance(
                MODEL,
                InpainterFile.hash(inpainter),
                new InpaintedProvenance.Made(operation, settings.seed(), settings.temperature(), details),
                Optional.empty());
    }
}
