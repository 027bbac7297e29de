package diabolo.search;

import static diabolo.note.Checks.requireBetween;
import static diabolo.note.Checks.requireInside;

import diabolo.latent.KeptMelody;
import diabolo.latent.LatentSpace;
import diabolo.latent.MelodyMask;
import diabolo.latent.Recipe;
import diabolo.model.Bottleneck;
import diabolo.model.CodeSearch;
import diabolo.model.Sampler;
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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Finds an accompaniment for a melody: a code whose decoding has the melody's cells, and nothing over it or right beside it,
 * found by gradient search through the decoder; the rest of what it decodes to is the accompaniment (Sun 2015).
 *
 * <pre>{@code
 * Harmonization found = new Harmonizer(space, Harmonizer.Settings.DEFAULT).harmonize(melody, done -> {});
 * MidiWriter.write(found.music(), Path.of("harmonized.mid"));
 * }</pre>
 *
 * <p>The melody itself is kept note for note, in a part of its own and at its own tempo, or the model's if it has none. One longer than
 * the model's window is taken window by window, and nothing ties two windows together.
 */
public final class Harmonizer {

    /**
     * How it searches.
     *
     * @param updates of the search in each window, 1 to 100,000
     * @param starts codes to begin from, each number uniform in (0, 1); the best end is kept; 1 to 64
     * @param learningRate of Adam. Sun walked down the plain gradient with 0.01. On a network of his sizes and files that ends
     *     little worse from eight starts (over the three {@link Melodies} a mean error of 31.1 against 30.3, and 57 against 59 %
     *     of the melody); from his single start it ends at 34.2 and 51 %
     * @param threshold above it a cell of the found decoding sounds, 0 to 1
     */
    public record Settings(int updates, int starts, double learningRate, double threshold, long seed) {

        /** Sun's 500 updates and threshold of 0.4; eight starts. */
        public static final Settings DEFAULT = new Settings(500, 8, 0.1, 0.4, 1);

        public Settings {
            requireBetween("updates", updates, 1, 100_000);
            requireBetween("starts", starts, 1, 64);
            requireInside("threshold", threshold, 0, 1);
        }

        public Settings withSeed(long other) {
            return new Settings(updates, starts, learningRate, threshold, other);
        }
    }

    /** A probability that will not come near any threshold. */
    private static final float HARDLY = 0.01f;

    private final LatentSpace space;
    private final Settings settings;

    public Harmonizer(LatentSpace space, Settings settings) {
        this.space = space;
        this.settings = settings;
    }

    /**
     * Harmonizes a melody; of several parts or chords, the highest notes are the melody.
     *
     * @param progress hears of the share done, 0 to 1
     * @throws IllegalArgumentException if there is no melody, or it lies outside the pitches that the model knows
     */
    public Harmonization harmonize(NoteSequence melody, DoubleConsumer progress) {
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
            CodeSearch.Found found = search(mask, window, done -> progress.accept(before + done / masks.size()));
            Frames decoded = space.network()
                    .decode(new float[][] {found.code()}, new Sampler.Threshold(settings.threshold()))
                    .getFirst();
            codes.add(found.code());
            wanted += mask.melodyCells();
            met += mask.melodyCellsIn(space.roll().sounding(decoded));
        }
        long millis = (System.nanoTime() - started) / 1_000_000;
        double melodyRecall = (double) met / wanted;
        Recipe recipe = recipe(codes, melodyRecall)
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

    /** A melody without a tempo goes at the model's, as what else is made does. */
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
        return space.recipe("harmonize", codes.toArray(float[][]::new))
                .withDetails(details)
                .withSeed(settings.seed())
                .withThreshold(settings.threshold());
    }

    /** The cells that sound, or nearly, in some training window as the model remembers it; all, if it remembers none. */
    private BitSet everActive() {
        BitSet active = new BitSet(space.roll().cells());
        for (Frames window : space.remembered(new Sampler.Threshold(HARDLY))) {
            active.or(space.roll().sounding(window));
        }
        if (space.trainingExamples().codes().length == 0) {
            active.set(0, space.roll().cells());
        }
        return active;
    }

    private CodeSearch.Found search(MelodyMask mask, int window, DoubleConsumer progress) {
        RandomGenerator random =
                RandomSource.of(settings.seed()).derive("starts", window).generator();
        float[][] starts =
                new float[settings.starts()][space.description().spec().codeSize()];
        for (float[] start : starts) {
            for (int unit = 0; unit < start.length; unit++) {
                start[unit] = switch (space.network().spec().bottleneck()) {
                    case Bottleneck.Plain _, Bottleneck.KSparse _ -> random.nextFloat();
                    case Bottleneck.Gaussian _ -> (float) random.nextGaussian(); // where its codes lie
                };
            }
        }
        return space.gradientSearch()
                .search(
                        mask.cells(),
                        mask.wanted(),
                        starts,
                        new CodeSearch.Settings(settings.updates(), settings.learningRate()),
                        update -> progress.accept((double) update / settings.updates()));
    }
}
