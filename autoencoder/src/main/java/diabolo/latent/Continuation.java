package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.model.Memory;
import diabolo.note.Plural;
import diabolo.representation.Representation;
import diabolo.tensor.RandomSource;

/**
 * Goes on with a piece that ends within a window: looks for a code whose decoding begins as the piece does and sounds
 * afterwards, first among many drawn from the prior and around the piece's own code, then around the best.
 *
 * <pre>{@code
 * Recipe recipe = Continuation.of(space, space.passage(piece), new Continuation.Settings(256, 8, 1)).recipe();
 * GeneratedPiece longer = space.render(recipe);
 * }</pre>
 *
 * <p>What is given stays note for note, except that its last notes may sound on.
 *
 * @param recipe the piece and what follows, to the end of the window
 * @param agreement how well the found code's beginning agrees with the piece before this is laid over it: F1 over the cells, 0 to 1
 * @param givenSteps the length of the piece
 */
public record Continuation(Recipe recipe, double agreement, int givenSteps) {

    /**
     * How it searches.
     *
     * @param tries codes in the first round and in each that follows, 1 to 100,000
     * @param rounds of search around the best, each half as far as the one before; 0 to 100
     */
    public record Settings(int tries, int rounds, long seed) {
        public Settings {
            requireBetween("tries", tries, 1, 100_000);
            requireBetween("rounds", rounds, 0, 100);
        }
    }

    /**
     * Searches.
     *
     * @throws IllegalArgumentException if the piece fills its windows wholly, so that no beginning is left to agree with, or
     *     if nothing that was tried sounds after it
     */
    public static Continuation of(LatentSpace space, Passage piece, Settings settings) {
        Representation representation = space.representation();
        float[][] given = space.frames(piece);
        int steps = piece.music().lengthInSteps();
        int left = steps % representation.steps();
        require(
                left != 0,
                "\"%s\" wholly fills %s of %d steps, so that nothing is left to match; give its beginning alone"
                        .formatted(piece.music().title(), Plural.of(given.length, "window"), representation.steps()));
        float[][] codes = space.network().encode(given);
        RatedCode best = new Search(space, given[given.length - 1], left, settings).from(codes[codes.length - 1]);
        require(
                best.rating() >= 0,
                "nothing that was tried sounds after \"%s\"; try more codes, or another seed"
                        .formatted(piece.music().title()));
        codes[codes.length - 1] = best.code();
        Recipe recipe = space.recipe("continue", codes).withGiven(Rendering.given(given, steps));
        return new Continuation(recipe, best.rating(), steps);
    }

    /** For a window of which the first steps are given. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Search(LatentSpace space, float[] given, int steps, Settings settings) {

        RatedCode from(float[] own) {
            RandomSource random = RandomSource.of(settings.seed()).derive("continuation");
            Prior prior = SamplingSettings.of(space.description().spec()).prior();
            Memory memory = space.memory();
            float[][] first = new float[settings.tries()][];
            for (int i = 0; i < first.length; i++) {
                RandomSource chance = random.derive("first", i);
                float[] drawn = prior.draw(own.length, memory, chance);
                first[i] = i % 2 == 0
                        ? drawn
                        : Interpolation.LINEAR.between(
                                own, drawn, chance.derive("share").generator().nextDouble());
            }
            RatedCode best = best(new RatedCode(own, -1), first);
            double distance = CodeOperations.distance(own, first[0]);
            for (int round = 1; round <= settings.rounds(); round++) {
                distance /= 2;
                float[][] around = new float[settings.tries()][];
                for (int i = 0; i < around.length; i++) {
                    RandomSource chance = random.derive("round " + round, i);
                    around[i] = CodeOperations.vary(new float[][] {best.code()}, distance, chance)[0];
                }
                best = best(best, around);
            }
            return best;
        }

        private RatedCode best(RatedCode known, float[][] codes) {
            RatedCode best = known;
            for (RatedCode one : RatedCode.all(space.network(), codes, this::agreement)) {
                best = one.rating() > best.rating() ? one : best;
            }
            return best;
        }

        /** F1 of the given cells; below 0 where nothing begins after them. */
        private double agreement(float[] decoded) {
            boolean goesOn = space.representation()
                    .decode(decoded)
                    .allNotes()
                    .mapToInt(QuantizedNote::startStep)
                    .anyMatch(start -> start >= steps);
            int both = 0;
            int either = 0;
            for (int cell = 0; cell < steps * space.representation().cellsPerStep(); cell++) {
                boolean sounds = decoded[cell] > 0.5f;
                both += sounds && given[cell] == 1 ? 2 : 0;
                either += (sounds ? 1 : 0) + (given[cell] == 1 ? 1 : 0);
            }
            return !goesOn ? -1 : either == 0 ? 1 : (double) both / either;
        }
    }
}
