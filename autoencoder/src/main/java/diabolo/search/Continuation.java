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
import java.util.stream.IntStream;

/**
 * Goes on with a piece: looks for a code whose decoding begins as the piece ends, and lets the decoder write on from there.
 *
 * <pre>{@code
 * Continuation found = Continuation.of(space, space.passage(piece), Continuation.Settings.DEFAULT, 0, done -> {});
 * GeneratedPiece longer = space.render(found.recipe());
 * }</pre>
 *
 * <p>What is given stays note for note, except that its last notes may sound on. A piece that ends within a window is continued to the
 * window's end; one that fills its windows is continued from its last bars, half a window at a time. Of the codes that are tried the
 * one is taken that best agrees with the beginning and whose continuation is as dense, in the piece's key and no copy of the music
 * learned from; see {@link PrimerAgreement}.
 *
 * @param recipe the piece and what follows, all of it given, to the end of a window
 * @param givenSteps the length of the piece
 * @param agreement how well what the found codes decode to by themselves agrees with what was given: F1 over the cells, 0 to 1; the mean
 *     over the searches
 * @param densityGiven onsets a step of the piece
 * @param densityAdded those of what follows
 * @param originality how close what follows comes to the music learned from; of several searches that of the closest
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
     * How it searches.
     *
     * @param tries codes in the first round and in each that follows, 1 to 100,000
     * @param rounds of search around the best, 0 to 100
     * @param windows how many windows further it goes, the one counted in which the piece ends if a quarter of it is left; 1 to 100
     * @param temperature 0: what is likeliest follows; above: by chance, see {@link SamplingSettings}
     */
    public record Settings(int tries, int rounds, int windows, double temperature, long seed) {

        public static final Settings DEFAULT = new Settings(256, 1, 1, 0, 1);

        public Settings {
            requireBetween("tries", tries, 1, 100_000);
            requireBetween("rounds", rounds, 0, 100);
            requireBetween("windows", windows, 1, 100);
            requireBetween("temperature", temperature, 0, 10);
        }
    }

    /**
     * Searches.
     *
     * @param written what is given; a rest of a beat or less before its last bar line is part of it, unless it begins with a pickup
     * @param number which of the continuations of this seed, from 0
     * @param progress hears of the share done, 0 to 1
     * @throws IllegalArgumentException if nothing of the piece can be heard in the representation, or it would become too long
     */
    public static Continuation of(
            LatentSpace space, Passage written, Settings settings, int number, DoubleConsumer progress) {
        requireBetween("number", number, 0, Integer.MAX_VALUE);
        Passage piece = withLastRest(written);
        Representation representation = space.representation();
        int given = piece.music().lengthInSteps();
        int window = representation.steps();
        boolean hardlyRoom = window - given % window < window / 4;
        long end = (given / window + (hardlyRoom ? 1 : 0) + (long) settings.windows()) * window;
        require(
                end <= RhythmGrid.MAX_STEPS,
                "with what follows \"%s\" would have %d steps, and a piece has at most %d; continue it by fewer windows"
                        .formatted(piece.music().title(), end, RhythmGrid.MAX_STEPS));
        QuantizedSequence music = representation.join(space.frames(piece)).slice(0, given);
        Optional<Key> key =
                representation.hasTones() ? KeyEstimation.keyOf(piece.music().toNoteSequence()) : Optional.empty();
        RandomSource random = RandomSource.of(settings.seed()).derive("continuation", number);
        QuantizedSequence longer = music;
        double agreement = 0;
        int searches = 0;
        Provenance.Similarity closest = Provenance.Similarity.UNKNOWN;
        while (longer.lengthInSteps() < end) {
            int first = firstStep(representation, longer.lengthInSteps());
            Primer primer = Primer.of(space, longer.slice(first, longer.lengthInSteps() - first));
            PrimerAgreement agreementWithPrimer = PrimerAgreement.of(space, music, key, primer);
            RandomSource chance = random.derive("search", searches++);
            float[][] code = {found(space, agreementWithPrimer, settings, chance)};
            agreement += primer.agreement(
                    space.network().decode(code, Sampler.LIKELIEST).getFirst());
            Sampler sampler = Sampler.of(settings.temperature(), Cells.SOUNDING, chance.derive("cells"));
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
                space.allGiven("continue", windows).withSeed(settings.seed()).withNumber(number),
                given,
                agreement / searches,
                Descriptor.NOTE_DENSITY.of(music),
                Descriptor.NOTE_DENSITY.of(added),
                closest);
    }

    /**
     * A beat or less between the last note and the bar line is a rest of the piece: so end phrases, and strokes of drums. One that
     * begins with a pickup leaves room for the next.
     */
    private static Passage withLastRest(Passage piece) {
        int rest = piece.endStep() - piece.music().lengthInSteps();
        return piece.firstBar() > 0 && rest > 0 && rest <= piece.music().grid().stepsPerBeat()
                ? piece.lasting(piece.endStep())
                : piece;
    }

    /** Where the window begins in which a piece of some length goes on: so that at least a quarter of it is given. */
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
        List<float[]> drawn = evolution.draws(settings.tries(), random.derive("drawn"));
        List<float[]> codes = new ArrayList<>();
        for (int first = 0; first < drawn.size(); first += AT_ONCE) {
            float[][] some = drawn.subList(first, Math.min(drawn.size(), first + AT_ONCE))
                    .toArray(float[][]::new);
            codes.addAll(List.of(space.network()
                    .encode(agreementWithPrimer
                            .primer()
                            .overlaid(space.network().decode(some, Sampler.LIKELIEST)))));
        }
        return evolution
                .from(evolution.rated(codes), settings.tries(), settings.rounds(), random.derive("bred"))
                .getFirst()
                .code();
    }

    /** A piece with what follows it in a window that begins at one of its steps; both have the same parts. */
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

    /** What begins in the piece is the piece's, and sounds on as long as it does in the window. */
    private static QuantizedPart joined(QuantizedPart piece, QuantizedPart window, int first, int end) {
        Map<Pitch, Integer> soundOn = new HashMap<>();
        List<QuantizedNote> notes = new ArrayList<>();
        for (QuantizedNote note : window.notes()) {
            int start = first + note.startStep();
            if (start >= end) {
                notes.add(new QuantizedNote(note.pitch(), note.velocity(), start, note.lengthInSteps()));
            } else if (start + note.lengthInSteps() > end) {
                soundOn.put(note.pitch(), start + note.lengthInSteps());
            }
        }
        for (QuantizedNote note : piece.notes()) {
            int until = note.endStep() == end ? soundOn.getOrDefault(note.pitch(), end) : note.endStep();
            notes.add(new QuantizedNote(note.pitch(), note.velocity(), note.startStep(), until - note.startStep()));
        }
        return new QuantizedPart(piece.name(), piece.instrument(), notes);
    }
}
