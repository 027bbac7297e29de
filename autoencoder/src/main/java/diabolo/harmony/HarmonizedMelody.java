package diabolo.harmony;

import static java.util.Objects.requireNonNull;

import diabolo.accompaniment.AccompanimentPattern;
import diabolo.accompaniment.LeadSheet;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.ChordSymbol;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A melody with the chords that the included {@link ChordModel} finds for it, and an accompaniment that plays them.
 *
 * <pre>{@code
 * NoteSequence song = HarmonizedMelody.of(piece, HarmonizedMelody.Settings.DEFAULT).music();
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param music the melody note for note, then the parts {@code chords} and {@code bass}, with chord symbols
 * @param provenance how it was made
 */
public record HarmonizedMelody(NoteSequence music, Provenance provenance) {

    /** The name of the model, as in provenances. */
    public static final String MODEL = "lead-sheet-chords";

    public HarmonizedMelody {
        requireNonNull(music, "music");
        requireNonNull(provenance, "provenance");
    }

    /**
     * What may be chosen.
     *
     * @param key of the melody; empty for that of its signature, else the estimate
     * @param pattern of the accompaniment; empty for {@link LeadSheet#patternFor}
     * @param seed of all chance
     * @param temperature 0 to 10: 0 takes the likeliest chords, 1 samples from the model
     */
    public record Settings(Optional<Key> key, Optional<AccompanimentPattern> pattern, long seed, double temperature) {

        /** The likeliest chords, in the key and the pattern that suit the melody. */
        public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty(), 1, 0);

        private static final double HIGHEST_TEMPERATURE = 10;

        public Settings {
            requireNonNull(key, "key");
            requireNonNull(pattern, "pattern");
            Checks.requireBetween("temperature", temperature, 0, HIGHEST_TEMPERATURE);
        }
    }

    /**
     * Where it comes from, in the form that other pieces have.
     *
     * @param chords in order: {@code "beat 4: G7"}, in quarter notes from 0
     */
    public record Provenance(String model, Made recipe, List<String> chords) {

        /** How it was made. */
        public record Made(String operation, long seed, double temperature, Map<String, String> details) {}

        public Provenance {
            chords = List.copyOf(chords);
        }

        static Provenance of(Settings settings, Key key, AccompanimentPattern pattern, List<At<ChordSymbol>> chords) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("style", "lead-sheet");
            details.put("key", key.name());
            details.put("pattern", pattern.name());
            List<String> words = new ArrayList<>();
            chords.forEach(chord -> words.add(
                    "beat %s: %s".formatted(chord.start(), chord.value().text())));
            return new Provenance(
                    MODEL, new Made("harmonize", settings.seed(), settings.temperature(), details), words);
        }
    }

    /**
     * Harmonizes the melody of a piece, see {@link MelodyPart}; its other parts are left out.
     *
     * @throws IllegalArgumentException if it has no notes with pitches, or the pattern has no bar of its meter
     */
    public static HarmonizedMelody of(NoteSequence piece, Settings settings) {
        NoteSequence melody = MelodyPart.of(piece);
        MelodyChords found = settings.key()
                .map(key -> ChordModel.included().of(melody, key))
                .orElseGet(() -> ChordModel.included().of(melody));
        List<At<ChordSymbol>> chords =
                found.sample(RandomSource.of(settings.seed()).derive("chords").generator(), settings.temperature());
        AccompanimentPattern pattern = settings.pattern().orElseGet(() -> LeadSheet.patternFor(melody));
        NoteSequence inKey =
                melody.keys().isEmpty() || settings.key().isPresent() ? withKey(melody, found.key()) : melody;
        return new HarmonizedMelody(
                LeadSheet.of(inKey, chords, pattern), Provenance.of(settings, found.key(), pattern, chords));
    }

    private static NoteSequence withKey(NoteSequence melody, Key key) {
        return new NoteSequence(
                melody.title(),
                melody.parts(),
                melody.tempos(),
                melody.meters(),
                List.of(new At<>(Beat.ZERO, key)),
                melody.chords());
    }
}
