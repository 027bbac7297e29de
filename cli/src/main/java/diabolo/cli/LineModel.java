package diabolo.cli;

import diabolo.chorale.ChoraleHarmony;
import diabolo.chorale.ChoraleModel;
import diabolo.inpainting.InpaintedProvenance;
import diabolo.model.Inpainter;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.Percent;
import diabolo.ragtime.RagModel;
import diabolo.ragtime.Ragtime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The models whose pieces are sampled line by line: they have no codes, so they are no latent spaces. */
enum LineModel {
    FOUR_VOICES(ChoraleHarmony.MODEL) {
        @Override
        Inpainter open() {
            return ChoraleModel.included().open();
        }

        @Override
        Piece make(Wanted wanted, Inpainter inpainter) {
            ChoraleHarmony.Settings usual = ChoraleHarmony.Settings.DEFAULT;
            ChoraleHarmony made = ChoraleHarmony.composed(
                    wanted.bars().orElse(USUAL_BARS),
                    new ChoraleHarmony.Settings(
                            wanted.key(),
                            Set.of(),
                            wanted.seed(),
                            wanted.temperature().orElse(usual.temperature()),
                            wanted.candidates().orElse(usual.candidates())),
                    inpainter);
            return new Piece(
                    made.music(),
                    made.provenance(),
                    "four voices in " + made.chorale().key().name());
        }
    },
    RAGTIME(Ragtime.MODEL) {
        @Override
        Inpainter open() {
            return RagModel.included().open();
        }

        @Override
        Piece make(Wanted wanted, Inpainter inpainter) {
            Ragtime.Settings usual = Ragtime.Settings.DEFAULT;
            Ragtime made = Ragtime.of(
                    new Ragtime.Settings(
                            wanted.key(),
                            wanted.bars().orElse(usual.bars()),
                            wanted.seed(),
                            wanted.temperature().orElse(usual.temperature()),
                            wanted.candidates().orElse(usual.candidates())),
                    RagModel.included(),
                    inpainter);
            return new Piece(
                    made.music(),
                    made.provenance(),
                    "two hands in " + made.key().name());
        }
    };

    private static final int USUAL_BARS = 16;

    /** The model's name. */
    final String word;

    LineModel(String word) {
        this.word = word;
    }

    /** What is asked for; what is empty is as usual. */
    record Wanted(
            Optional<Key> key,
            Optional<Integer> bars,
            long seed,
            Optional<Double> temperature,
            Optional<Integer> candidates) {

        /**
         * What a provenance says that was asked for.
         *
         * @param json the file it is in
         * @throws IOException if it does not say how many bars and candidates
         */
        static Wanted of(InpaintedProvenance.Made recipe, Path json) throws IOException {
            return new Wanted(
                    Optional.ofNullable(recipe.details().get("key")).map(Key::parse),
                    Optional.of(number("bars", recipe, json)),
                    recipe.seed(),
                    Optional.of(recipe.temperature()),
                    Optional.of(number("candidates", recipe, json)));
        }

        private static int number(String name, InpaintedProvenance.Made recipe, Path json) throws IOException {
            String value = recipe.details().getOrDefault(name, "");
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException _) {
                throw new IOException(
                        "%s says '%.40s' for its %s and not a whole number; make the piece again by `diabolo generate` with --bars and --seed %d."
                                .formatted(json, value, name, recipe.seed()));
            }
        }
    }

    /** A piece, and what is said of it. */
    record Piece(NoteSequence music, InpaintedProvenance provenance, String kind) {
        String words() {
            return kind
                    + provenance
                            .originality()
                            .map(known -> "\tknown phrases: " + Percent.of(known.similarity())
                                    + (known.piece().isEmpty() ? "" : ", most of " + known.piece()))
                            .orElse("");
        }
    }

    static Optional<LineModel> named(String word) {
        return Stream.of(values()).filter(model -> model.word.equals(word)).findFirst();
    }

    /** The network; the caller closes it. */
    abstract Inpainter open();

    abstract Piece make(Wanted wanted, Inpainter inpainter);
}
