package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;

import diabolo.latent.KeptMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.MelodyMask;
import diabolo.latent.Prior;
import diabolo.latent.Recipe;
import diabolo.model.Bottleneck;
import diabolo.model.Sampler;
import diabolo.model.descent.CodeSearch;
import diabolo.note.Beat;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Finds an accompaniment for a melody: gradient search through the decoder for a code whose decoding has the melody's cells, and
 * nothing above it or within two semitones; the rest of the decoding is the accompaniment (Sun 2015).
 *
 * <pre>{@code
 * Harmonizer harmonizer = new Harmonizer(space, Harmonizer.Settings.DEFAULT);
 * Harmonization found = harmonizer.harmonize(melody, 7, Harmonizer.THRESHOLD, done -> {});
 * MidiWriter.write(found.music(), Path.of("harmonized.mid"));
 * }</pre>
 *
 * <p>The melody is kept note for note, in a separate part and at its own tempo, or the model's if it has none. Windows are
 * harmonized independently.
 */
public final class Harmonizer {

    /**
     * The effort of the search.
     *
     * @param updates in each window, 1 to 100,000
     * @param starts initial codes, of which the best result is kept, 1 to 64
     * @param learningRate of Adam. Sun used plain gradient descent with 0.01. On a network of his sizes and files that ends
     *     little worse from eight starts (over the three {@link Melodies} a mean error of 31.1 against 30.3, and 57 against 59 %
     *     of the melody); from his single start it ends at 34.2 and 51 %
     */
    public record Settings(int updates, int starts, double learningRate) {

        /** Sun's 500 updates; eight starts. */
        public static final Settings DEFAULT = new Settings(500, 8, 0.1);

        public Settings {
            requireBetween("updates", updates, 1, 100_000);
            requireBetween("starts", starts, 1, 64);
        }

        public Settings(int updates, int starts) {
            this(updates, starts, DEFAULT.learningRate());
        }
    }

    /** Sun's threshold. */
    public static final double THRESHOLD = 0.4;

    /** A probability far below any threshold. */
    private static final float HARDLY = 0.01f;

    private final LatentSpace space;
    private final Settings settings;

    public Harmonizer(LatentSpace space, Settings settings) {
        this.space = space;
        this.settings = settings;
    }

    /**
     * Harmonizes a melody; of several parts or chords, the highest notes.
     *
     * @param seed of the initial codes
     * @param threshold above it a cell of the decoding sounds, 0 to 1
     * @param progress is called with the share done, 0 to 1
     * @throws IllegalArgumentException if there is no melody, or it leaves the model's pitch range
     */
    public Harmonization harmonize(NoteSequence melody, long seed, double threshold, DoubleConsumer progress) {
        requireInside("threshold", threshold, 0, 1);
        NoteSequence line = atTempo(HighestLine.of(melody));
        List<MelodyMask> masks = MelodyMask.ofWindows(space.roll(), line, everActive());
        KeptMelody kept = KeptMelody.of(line);
        List<float[]> codes = new ArrayList<>();
        int wanted = 0;
        int met = 0;
        long started = System.nanoTime();
        for (int window = 0; window < masks.size(); window++) {
            MelodyMask mask = masks.get(window);
            if (mask.isSilent()) {
                continue;
            }
            double before = (double) window / masks.size();
            float[] code = search(mask, starts(seed, window), done -> progress.accept(before + done / masks.size()));
            Frames decoded = space.network()
                    .decode(new float[][] {code}, new Sampler.Threshold(threshold))
                    .getFirst();
            codes.add(code);
            wanted += mask.melodyCells();
            met += mask.melodyCellsIn(space.roll().sounding(decoded));
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        double melodyRecall = (double) met / wanted;
        Recipe recipe = recipe(codes, melodyRecall)
                .with(new Recipe.Chance(seed, 0, 0, threshold))
                .withTitle(melody.title())
                .withBeatsPerMinute(line.tempoAt(Beat.ZERO).beatsPerMinute())
                .withMelody(kept);
        int notes = kept.notes().size();
        return new Harmonization(
                space.render(recipe),
                (int) melody.allNotes().count() - notes,
                notes - notesInCommon(melody, line),
                melodyRecall,
                masks.size(),
                millis);
    }

    private static int notesInCommon(NoteSequence melody, NoteSequence line) {
        Set<Note> given = melody.allNotes().collect(Collectors.toSet());
        return (int) line.allNotes().filter(given::contains).count();
    }

    /** A melody without a tempo gets the model's. */
    private NoteSequence atTempo(NoteSequence line) {
        return line.tempos().isEmpty()
                ? line.withTempo(new Tempo(space.description().beatsPerMinute()))
                : line;
    }

    private Recipe recipe(List<float[]> codes, double melodyRecall) {
        Map<String, String> details = Map.of(
                "updates", String.valueOf(settings.updates()),
                "starts", String.valueOf(settings.starts()),
                "learningRate", String.valueOf(settings.learningRate()),
                "melodyRecall", String.valueOf(melodyRecall));
        return space.recipe("harmonize", codes.toArray(float[][]::new)).withDetails(details);
    }

    /** The cells that sound, or nearly, in the decoding of some training example; all cells, if the model has no examples. */
    private BitSet everActive() {
        BitSet active = new BitSet(space.roll().cells());
        for (Frames window : space.decodedExamples(new Sampler.Threshold(HARDLY))) {
            active.or(space.roll().sounding(window));
        }
        if (space.trainingExamples().codes().length == 0) {
            active.set(0, space.roll().cells());
        }
        return active;
    }

    /** Initial codes, [starts][codeSize]. */
    private float[][] starts(long seed, int window) {
        RandomSource random = RandomSource.of(seed).derive("starts", window);
        RandomGenerator generator = random.generator();
        float[][] starts = new float[settings.starts()][];
        for (int start = 0; start < starts.length; start++) {
            starts[start] = switch (space.network().spec().bottleneck()) {
                case Bottleneck.Plain _, Bottleneck.KSparse _ -> code(generator::nextFloat);
                case Bottleneck.Gaussian _ -> code(() -> (float) generator.nextGaussian()); // its prior
                case Bottleneck.WinnerTakeAll _ -> sparseCode(random.derive("code", start));
            };
        }
        return starts;
    }

    private float[] code(Supplier<Float> dimension) {
        float[] code = new float[space.description().spec().codeSize()];
        for (int unit = 0; unit < code.length; unit++) {
            code[unit] = dimension.get();
        }
        return code;
    }

    /** Of thousands of dimensions few are not 0, so it begins near codes of music. */
    private float[] sparseCode(RandomSource random) {
        return new Prior.Empirical().sample(space.description().spec().codeSize(), space.trainingExamples(), random);
    }

    private float[] search(MelodyMask mask, float[][] starts, DoubleConsumer progress) {
        return space.gradientSearch()
                .search(
                        mask.cells(),
                        mask.targets(),
                        starts,
                        new CodeSearch.Settings(settings.updates(), settings.learningRate()),
                        update -> progress.accept((double) update / settings.updates()))
                .code();
    }
}
