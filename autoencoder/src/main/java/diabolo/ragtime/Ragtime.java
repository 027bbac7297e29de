package diabolo.ragtime;

import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.evaluation.piano.PianoExcerpt;
import diabolo.evaluation.piano.PianoFigures;
import diabolo.grid.RhythmGrid;
import diabolo.inpainting.GibbsSampling;
import diabolo.inpainting.InpaintedProvenance;
import diabolo.inpainting.InpainterFile;
import diabolo.model.Inpainter;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ragtime for two hands, in 2/4: sampled from a network that is learned from rags.
 *
 * <pre>{@code
 * Ragtime rag = Ragtime.of(Ragtime.Settings.DEFAULT.withSeed(7), RagModel.included());
 * rag.music().parts(); // Right hand, Left hand
 * }</pre>
 *
 * <p>Which bars come again is taken from a written strain that is drawn by chance; and of several candidates that one is taken which is
 * nearest to this strain in pulse, lengths, density, leaps and notes in key, and ends on the tonic. So made rags are spread as written ones
 * are. Immutable.
 *
 * @param music two parts
 * @param provenance how it was made
 */
public record Ragtime(NoteSequence music, Key key, InpaintedProvenance provenance) {

    /** The name of the model, as in provenances. */
    public static final String MODEL = "ragtime";

    private static final int PASSES = 16;
    private static final int MOST_FLATS = 4;
    private static final int MOST_SHARPS = 1;
    private static final double OTHER_END = 3; // as far as a pulse that is three tenths off
    private static final Tempo TEMPO = new Tempo(84);

    public Ragtime {
        requireNonNull(music, "music");
        requireNonNull(key, "key");
        requireNonNull(provenance, "provenance");
    }

    /**
     * What may be chosen.
     *
     * @param key empty for one of those that rags are in, by the seed
     * @param bars of 2/4, 4 to 128; strains of sixteen end with the piece
     * @param seed of all chance
     * @param temperature 0.01 to 10: 1 samples from the model, less takes what is likelier
     * @param candidates sampled, of which one is taken, 1 to 64
     */
    public record Settings(Optional<Key> key, int bars, long seed, double temperature, int candidates) {

        public static final Settings DEFAULT = new Settings(Optional.empty(), RagTokens.BARS_PER_STRAIN, 1, 0.9, 4);

        public Settings {
            requireNonNull(key, "key");
            requireBetween("bars", bars, 4, 128);
            requireBetween("temperature", temperature, 0.01, 10);
            requireBetween("candidates", candidates, 1, 64);
        }

        /** The same with another seed. */
        public Settings withSeed(long other) {
            return new Settings(key, bars, other, temperature, candidates);
        }
    }

    /** Makes a piece. */
    public static Ragtime of(Settings settings, RagModel model) {
        try (Inpainter inpainter = model.open()) {
            return of(settings, model, inpainter);
        }
    }

    /** The same with the model's network open. */
    public static Ragtime of(Settings settings, RagModel model, Inpainter inpainter) {
        RandomSource random = RandomSource.of(settings.seed());
        Key key = settings.key()
                .orElseGet(() -> new Key(
                        random.derive("key").generator().nextInt(-MOST_FLATS, MOST_SHARPS + 1), Key.Mode.MAJOR));
        Strain strain = model.strains()
                .get(random.derive("strain").generator().nextInt(model.strains().size()));
        int steps = settings.bars() * RagTokens.STEPS_PER_BAR;
        List<int[][]> candidates = new RagSampler(inpainter, model.shapes())
                .sample(
                        RagTokens.empty(steps),
                        strain.same(steps),
                        new GibbsSampling.Settings(
                                PASSES, settings.candidates(), settings.temperature(), settings.temperature()),
                        random.derive("two hands"));
        int[][] best = candidates.stream()
                .min(Comparator.comparingDouble(tokens -> distance(tokens, model.shapes(), strain)
                        + (RagTokens.endsOnTonic(tokens, key, model.shapes()) ? 0 : OTHER_END)))
                .orElseThrow();
        return new Ragtime(
                music("Rag, seed %d".formatted(settings.seed()), key, best, model.shapes()),
                key,
                provenance(settings, key, model, inpainter, best));
    }

    /** In figures, each as a part of what rags differ by; in C major, so that the key does not matter. */
    private static double distance(int[][] tokens, HandShapes shapes, Strain strain) {
        NoteSequence inC = music("", Key.C_MAJOR, tokens, shapes);
        PianoFigures made = PianoFigures.of(List.of(new PianoExcerpt(
                RhythmGrid.SIXTEENTHS.quantize(inC).allNotes().toList(), tokens[0].length - 2 * RagTokens.MARGIN)));
        PianoFigures written = strain.figures();
        double sum = Math.abs(made.leftHandPulse() - written.leftHandPulse()) / 0.1
                + Math.abs(made.singleSixteenths() - written.singleSixteenths()) / 0.1
                + Math.abs(made.notesPerFourBars() - written.notesPerFourBars()) / 20
                + Math.abs(made.topLeap() - written.topLeap()) / 2
                + Math.abs(made.inKey() - written.inKey()) / 0.04;
        return Double.isNaN(sum) ? Double.MAX_VALUE : sum;
    }

    private static NoteSequence music(String title, Key key, int[][] tokens, HandShapes shapes) {
        List<Part> parts = new ArrayList<>();
        for (Hand hand : Hand.values()) {
            parts.add(new Part(
                    hand.partName(),
                    Instrument.PIANO,
                    RagTokens.notes(tokens, hand, key.semitonesToNoSharpsNoFlats(), shapes, hand.velocity())));
        }
        return new NoteSequence(
                title,
                parts,
                List.of(new At<>(Beat.ZERO, TEMPO)),
                List.of(new At<>(Beat.ZERO, new Meter(2, 4))),
                List.of(new At<>(Beat.ZERO, key)));
    }

    private static InpaintedProvenance provenance(
            Settings settings, Key key, RagModel model, Inpainter inpainter, int[][] tokens) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("key", key.name());
        details.put("bars", String.valueOf(settings.bars()));
        details.put("candidates", String.valueOf(settings.candidates()));
        return new InpaintedProvenance(
                MODEL,
                InpainterFile.hash(inpainter),
                new InpaintedProvenance.Made("generate", settings.seed(), settings.temperature(), details),
                model.known(tokens));
    }
}
