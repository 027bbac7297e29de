package diabolo.search;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.corpus.KeyEstimation;
import diabolo.descriptor.Descriptor;
import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.grid.RhythmGrid;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.latent.Provenance;
import diabolo.latent.Recipe;
import diabolo.latent.SamplingSettings;
import diabolo.model.Sampler;
import diabolo.note.Key;
import diabolo.note.Pitch;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/**
 * Continues a piece: searches for a code whose decoding agrees with the end of the piece, the primer, and decodes the rest of the
 * window from it, conditioned on the primer.
 *
 * <pre>{@code
 * Continuation found = Continuation.of(
 *         space, space.passage(piece), Continuation.Settings.DEFAULT, Recipe.Chance.DEFAULT, done -> {});
 * GeneratedPiece longer = space.render(found.recipe());
 * }</pre>
 *
 * <p>The piece stays note for note, except that its last notes may be held longer. A piece that ends within a window is continued
 * to the end of the window; one that fills its windows, from its last bars, half a window at a time. The code is chosen for
 * agreement with the primer, and for a continuation of the same density, key and register that is no copy of the training music:
 * see {@link PrimerAgreement}.
 *
 * @param recipe the piece and its continuation, all of it given, to the end of a window
 * @param givenSteps the length of the piece
 * @param agreement of the unconstrained decodings with their primers: F1 over the cells, 0 to 1, mean over the searches
 * @param densityGiven onsets per step of the piece
 * @param densityAdded onsets per step of the continuation
 * @param originality similarity of the continuation to the training music; of several searches the highest
 */
public record Continuation(
        Recipe recipe,
        int givenSteps,
        double agreement,
        double densityGiven,
        double densityAdded,
        Provenance.Similarity originality) {

    /** Windows that are decoded together, which bounds memory. */
    private static final int AT_ONCE = 64;

    /**
     * The length of the continuation and the effort of the search.
     *
     * @param windows to add, counting the one in which the piece ends if at least a quarter of it is left; 1 to 100
     * @param tries codes in the first round and in each further one, 1 to 100,000
     * @param rounds of evolutionary search, 0 to 100
     */
    public record Settings(int windows, int tries, int rounds) {

        public static final Settings DEFAULT = new Settings(1, 256, 1);

        public Settings {
            requireBetween("tries", tries, 1, 100_000);
            requireBetween("rounds", rounds, 0, 100);
            requireBetween("windows", windows, 1, 100);
        }
    }

    /**
     * Searches.
     *
     * @param written the piece; a rest of a beat or less before its last bar line is part of it, unless it begins with a pickup
     * @param chance seed, number and temperature of the continuation
     * @param progress is called with the share done, 0 to 1
     * @throws IllegalArgumentException if the representation holds no note of the piece, or it would become too long
     */
    public static Continuation of(
            LatentSpace space, Passage written, Settings settings, Recipe.Chance chance, DoubleConsumer progress) {
        Passage piece = withLastRest(written);
        Representation representation = space.representation();
        int given = piece.music().lengthInSteps();
        int window = representation.steps();
        boolean hardlyRoom = window - given % window < window / 4;
        long end = (given / window + (hardlyRoom ? 1 : 0) + (long) settings.windows()) * window;
        require(
                end <= RhythmGrid.MAX_STEPS,
                "with its continuation \"%s\" would have %d steps, and a piece has at most %d; continue it by fewer windows"
                        .formatted(piece.music().title(), end, RhythmGrid.MAX_STEPS));
        QuantizedSequence music = representation.join(space.frames(piece)).slice(0, given);
        Optional<Key> key =
                representation.hasTones() ? KeyEstimation.keyOf(piece.music().toNoteSequence()) : Optional.empty();
        RandomSource random = RandomSource.of(chance.seed()).derive("continuation", chance.number());
        QuantizedSequence longer = music;
        double agreement = 0;
        int searches = 0;
        Provenance.Similarity closest = Provenance.Similarity.UNKNOWN;
        while (longer.lengthInSteps() < end) {
            int first = firstStep(representation, longer.lengthInSteps());
            Primer primer = Primer.of(space, longer.slice(first, longer.lengthInSteps() - first));
            PrimerAgreement agreementWithPrimer = PrimerAgreement.of(space, music, key, primer);
            RandomSource searchRandom = random.derive("search", searches++);
            float[][] code = {found(space, agreementWithPrimer, settings, searchRandom)};
            agreement += primer.agreement(
                    space.network().decode(code, Sampler.LIKELIEST).getFirst());
            Sampler sampler = Sampler.of(chance.temperature(), Cells.SOUNDING, searchRandom.derive("cells"));
            QuantizedSequence decoded =
                    representation.decode(primer.continued(code, sampler).getFirst());
            Provenance.Similarity similarity = space.similarity(Primer.notesFrom(primer.steps(), decoded));
            closest = similarity.isMoreThan(closest) ? similarity : closest;
            longer = joined(longer, decoded, first);
            progress.accept((double) (longer.lengthInSteps() - given) / (end - given));
        }
        List<Frames> windows = space.frames(Passage.of(longer));
        QuantizedSequence added = Primer.notesFrom(given, longer).slice(given, longer.lengthInSteps() - given);
        return new Continuation(
                space.allGiven("continue", windows).with(chance),
                given,
                agreement / searches,
                Descriptor.NOTE_DENSITY.of(music),
                Descriptor.NOTE_DENSITY.of(added),
                closest);
    }

    /**
     * A beat or less between the last note and the bar line is a rest of the piece, as at the end of phrases and drum patterns. A
     * piece that begins with a pickup leaves it free for the next pickup.
     */
    private static Passage withLastRest(Passage piece) {
        int rest = piece.endStep() - piece.music().lengthInSteps();
        return piece.firstBar() > 0 && rest > 0 && rest <= piece.music().grid().stepsPerBeat()
                ? piece.lasting(piece.endStep())
                : piece;
    }

    /** The first step of the window that continues a piece of some length: at least a quarter of it is primer. */
    private static int firstStep(Representation representation, int length) {
        int window = representation.steps();
        int aligned = length / window * window;
        if (aligned == 0 || length - aligned >= window / 4) {
            return aligned;
        }
        return aligned
                - switch (representation) {
                    case TokenRepresentation tokens when tokens.bars() > 1 -> tokens.bars() / 2 * tokens.stepsPerBar();
                    case TokenRepresentation _ -> window / 2;
                    case PianoRoll _ -> window / 2;
                };
    }

    private static float[] found(
            LatentSpace space, PrimerAgreement agreementWithPrimer, Settings settings, RandomSource random) {
        Prior prior = SamplingSettings.of(space.description().spec()).prior();
        EvolutionarySearch evolution = new EvolutionarySearch(
                space.network().spec().codeSize(), prior, space.trainingExamples(), agreementWithPrimer::violations);
        List<float[]> samples = evolution.samples(settings.tries(), random.derive("drawn"));
        List<float[]> codes = new ArrayList<>();
        samples.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> {
            List<Frames> decoded = space.network().decode(some.toArray(float[][]::new), Sampler.LIKELIEST);
            codes.addAll(
                    List.of(space.network().encode(agreementWithPrimer.primer().overlaid(decoded))));
        });
        return evolution
                .from(evolution.rated(codes), settings.tries(), settings.rounds(), random.derive("bred"))
                .getFirst()
                .code();
    }

    /** A piece and its continuation in a window that begins at step {@code first}; both have the same parts. */
    private static QuantizedSequence joined(QuantizedSequence piece, QuantizedSequence window, int first) {
        List<QuantizedPart> parts = IntStream.range(0, piece.parts().size())
                .mapToObj(number ->
                        joined(piece.parts().get(number), window.parts().get(number), first, piece.lengthInSteps()))
                .toList();
        return new QuantizedSequence(
                piece.title(),
                piece.grid(),
                first + window.lengthInSteps(),
                parts,
                piece.tempos(),
                piece.meters(),
                piece.keys(),
                piece.chords());
    }

    /** Notes that begin in the piece are the piece's, held as long as in the window. */
    private static QuantizedPart joined(QuantizedPart piece, QuantizedPart window, int first, int end) {
        Map<Pitch, Integer> heldUntil = new HashMap<>();
        List<QuantizedNote> notes = new ArrayList<>();
        for (QuantizedNote note : window.notes()) {
            int start = first + note.startStep();
            if (start >= end) {
                notes.add(new QuantizedNote(note.pitch(), note.velocity(), start, note.lengthInSteps()));
            } else if (start + note.lengthInSteps() > end) {
                heldUntil.put(note.pitch(), start + note.lengthInSteps());
            }
        }
        for (QuantizedNote note : piece.notes()) {
            int until = note.endStep() == end ? heldUntil.getOrDefault(note.pitch(), end) : note.endStep();
            notes.add(new QuantizedNote(note.pitch(), note.velocity(), note.startStep(), until - note.startStep()));
        }
        return new QuantizedPart(piece.name(), piece.instrument(), notes);
    }
}
