package diabolo.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.Piece;
import diabolo.corpus.RefusedWindows;
import diabolo.corpus.Window;
import diabolo.descriptor.Descriptor;
import diabolo.latent.LatentSpace;
import diabolo.latent.OnSmallModels;
import diabolo.latent.SmallMelodyModel;
import diabolo.latent.SmallModel;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attribute vectors, on a recurrent model. */
class AttributeLearningTest extends OnSmallModels {

    @Test
    void anAttributeIsTheDifferenceOfTheQuartilesMeans() {
        Corpus corpus = corpus(0, 1, 2, 3, 4, 5, 5, 5);

        AttributeVector density = new AttributeLearning(recurrent).learn(Descriptor.NOTE_DENSITY, corpus);

        float[][] codes = recurrent.trainingExamples().codes();
        assertThat(density.examplesWith()).isEqualTo(1);
        assertThat(density.examplesWithout()).isEqualTo(1);
        for (int unit = 0; unit < SmallMelodyModel.CODE_SIZE; unit++) {
            assertThat(density.direction()[unit]).isCloseTo(codes[5][unit] - codes[0][unit], within(1e-5f));
        }
    }

    @Test
    void addingAnAttributeRaisesItInTheDecoding() {
        AttributeVector density =
                new AttributeLearning(recurrent).learn(Descriptor.NOTE_DENSITY, corpus(0, 1, 2, 3, 4, 5));
        NoteSequence few = SmallMelodyModel.tune(0);

        NoteSequence more = moved(recurrent, density, few, 1);

        assertThat(notes(more))
                .hasSizeGreaterThan(notes(recurrent.reconstruct(few)).size());
        assertThat(notes(moved(recurrent, density, few, 0))).isEqualTo(notes(recurrent.reconstruct(few)));
    }

    @Test
    void theEffectOfAVectorIsMeasuredAndAReversedOneIsWrong() {
        Corpus corpus = corpus(0, 1, 2, 3, 4, 5);
        AttributeLearning learning = new AttributeLearning(recurrent);
        AttributeVector density = learning.learn(Descriptor.NOTE_DENSITY, corpus);
        float[] opposite = new float[SmallMelodyModel.CODE_SIZE];
        for (int unit = 0; unit < opposite.length; unit++) {
            opposite[unit] = -density.direction()[unit];
        }
        AttributeVector wrong = new AttributeVector(
                density.name(),
                density.model(),
                density.modelHash(),
                opposite,
                density.learnedFrom(),
                1,
                1,
                density.deviation());

        AttributeEffect effect = learning.effect(density, Descriptor.NOTE_DENSITY, corpus, 1);
        AttributeEffect reversed = learning.effect(wrong, Descriptor.NOTE_DENSITY, corpus, 1);

        assertThat(effect.examples()).isEqualTo(6);
        assertThat(effect.more().mean())
                .isGreaterThan(effect.less().mean())
                .isEqualTo(reversed.less().mean());
        assertThat(reversed.goesTheRightWay()).isFalse();
    }

    @Test
    void anEffectIsRightOnAverageAndInMostExamplesOfBothDirections() {
        assertThat(effect(0.6, 60, 0.4, 60).goesTheRightWay()).isTrue();
        assertThat(effect(0.6, 59, 0.4, 60).goesTheRightWay()).isFalse();
        assertThat(effect(0.6, 60, 0.4, 59).goesTheRightWay()).isFalse();
        assertThat(effect(0.6, 60, 0.5, 60).goesTheRightWay()).isFalse();
        assertThat(effect(0.4, 60, 0.4, 60).goesTheRightWay()).isFalse();
        assertThat(effect(0.6, 60, 0.4, 61).sentence())
                .isEqualTo(
                        "By 2 times its vector note-density rises in 60 of 100 examples, on average from 0.500 to 0.600; by -2 times it falls in 61, to 0.400.");
    }

    private static AttributeEffect effect(double more, int rises, double less, int falls) {
        return new AttributeEffect(
                Descriptor.NOTE_DENSITY,
                100,
                2,
                0.5,
                new AttributeEffect.Side(more, rises),
                new AttributeEffect.Side(less, falls));
    }

    @Test
    void isolatedAttributesNeedAVariationalModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AttributeLearning(recurrent).learnIsolated(corpus(0, 1), RandomSource.of(1), done -> {}))
                .withMessageContaining("variational model");
    }

    @Test
    void examplesWithAndWithoutGiveTheDifferenceOfTheirMeans() {
        AttributeVector vector = new AttributeLearning(recurrent).learn("busy", corpus(4, 5), corpus(0));

        float[][] codes = recurrent.trainingExamples().codes();
        assertThat(vector.examplesWith()).isEqualTo(2);
        assertThat(vector.direction()[1]).isCloseTo((codes[4][1] + codes[5][1]) / 2 - codes[0][1], within(1e-5f));
    }

    @Test
    void anAttributeThatNoExampleHasIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new AttributeLearning(recurrent).learn(Descriptor.EIGHTH_SYNCOPATION, corpus(0, 1, 2)))
                .withMessage(
                        "all 3 examples have the same eighth-syncopation of 0.0, so that there are no quartiles; learn it from more various music");
    }

    @Test
    void aSavedAttributeIsReadAgainAndRefusedByAnotherModel(@TempDir Path folder) throws IOException {
        AttributeVector vector = new AttributeLearning(recurrent).learn("busy", corpus(4, 5), corpus(0));
        Path file = folder.resolve("busy.json");
        vector.write(file);

        AttributeVector read = AttributeVector.read(file);

        assertThat(read).usingRecursiveComparison().isEqualTo(vector);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved(
                        dense, read, SmallModel.ROLL.decode(SmallModel.bar(1)).toNoteSequence(), 1))
                .withMessage(
                        "the attribute busy was learned with a model small-melody-1bar, whose codes are not those of this held-tones-1bar; learn it anew with `diabolo attribute learn`");
    }

    @Test
    void filesWithoutAnAttributeAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.json");
        for (String content :
                List.of("", "null", "[]", "{}", "{\"name\": 1", "{\"name\":\"x\",\"direction\":[\"NaN\"]}")) {
            Files.writeString(file, content);

            assertThatThrownBy(() -> AttributeVector.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + " holds no attribute; name a file that `diabolo attribute learn` wrote.");
        }
    }

    private static Corpus corpus(int... numbers) {
        TokenRepresentation melody = SmallMelodyModel.MELODY;
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            windows.add(Window.of("tune", 16 * i, melody, SmallMelodyModel.bar(numbers[i])));
        }
        CorpusSpec spec = CorpusSpec.of(melody);
        Piece piece = new Piece("tune", 16 * numbers.length, windows.size(), RefusedWindows.NONE, 0, 0, 0);
        return new Corpus(spec, List.of(piece), windows, List.of());
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }

    private static NoteSequence moved(
            LatentSpace space, AttributeVector attribute, NoteSequence piece, double strength) {
        return space.decode(attribute.applied(space, space.encode(piece), strength));
    }
}
