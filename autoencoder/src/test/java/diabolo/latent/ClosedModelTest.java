package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.image.GreyImage;
import diabolo.model.Autoencoder;
import diabolo.model.CodeNoise;
import diabolo.model.DenseAutoencoder;
import diabolo.model.DenseSpec;
import diabolo.model.FrameFormat;
import diabolo.model.Initialization;
import diabolo.model.ModelDescription;
import diabolo.model.ModelFolder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.note.NoteSequence;
import diabolo.representation.Frames;
import diabolo.tensor.FrameTensors;
import diabolo.tensor.RandomSource;
import diabolo.tensor.TensorScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose native memory was freed says so, rather than read what is there now. */
final class ClosedModelTest {

    private static final String CLOSED = "the network was closed, and its weights are gone; load or build it again";

    private static void assertClosed(String sentence, ThrowingCallable... uses) {
        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(IllegalStateException.class).hasMessage(sentence);
        }
    }

    @Test
    void aClosedSpaceOfMusicSaysSo(@TempDir Path folder) throws IOException {
        LatentSpace space = LatentSpace.load(SmallModel.trainedIn(folder));
        NoteSequence piece = SmallModel.ROLL.decode(SmallModel.bar(0)).toNoteSequence();
        float[][] codes = space.encode(piece);
        Recipe recipe = space.recipe("test", codes);
        space.close();
        space.close();

        assertClosed(
                "the model held-tones-1bar was closed; load it again",
                space::network,
                space::gradientSearch,
                () -> space.generate(SamplingSettings.DEFAULT, 0),
                () -> space.render(recipe),
                () -> space.similarity(SmallModel.bar(0)),
                () -> space.encode(piece),
                () -> space.decode(codes),
                () -> space.reconstruct(piece),
                () -> space.interpolate(piece, piece, 3, Interpolation.SPHERICAL),
                () -> space.decodedExamples(Sampler.LIKELIEST));
        assertThat(space.frames(piece)).hasSize(1);
    }

    @Test
    void aClosedSpaceOfImagesSaysSo() {
        DenseSpec spec = DenseSpec.sigmoid(6, 3);
        ImageSpace space = ImageSpace.of(new ModelFolder(
                new ModelDescription("dots", spec, new FrameFormat.Image(2, 3), "dots", 120, Map.of(), List.of()),
                spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
                TrainingExamples.NONE,
                ""));
        List<GreyImage> images = List.of(new GreyImage(2, 3, new float[6]));
        float[][] codes = space.encode(images);
        Recipe recipe = space.recipe("test", codes);
        space.close();

        assertClosed(
                "the model dots was closed; load it again",
                () -> space.encode(images),
                () -> space.decode(codes),
                () -> space.reconstruct(images),
                () -> space.render(recipe));
    }

    @Test
    void aClosedNetworkSaysSo() {
        DenseAutoencoder dense = DenseAutoencoder.initialized(
                DenseSpec.sigmoid(SmallModel.ROLL.cells(), 3), Initialization.GLOROT, RandomSource.of(1));
        RecurrentAutoencoder recurrent = RecurrentAutoencoder.initialized(SmallMelodyModel.spec(), RandomSource.of(1));
        dense.close();
        recurrent.close();

        assertNetworkClosed(dense, List.of(SmallModel.bar(0)), new float[1][3]);
        assertNetworkClosed(recurrent, SmallMelodyModel.bars(), new float[1][SmallMelodyModel.CODE_SIZE]);
        assertClosed(
                CLOSED,
                dense::gradientSearch,
                () -> dense.encoderLayer(0),
                () -> dense.decoderLayer(0),
                () -> recurrent.predict(new float[1][SmallMelodyModel.CODE_SIZE], SmallMelodyModel.bars()),
                () -> recurrent.crossEntropy(new float[1][SmallMelodyModel.CODE_SIZE], SmallMelodyModel.bars()));
    }

    private static void assertNetworkClosed(
            TrainableAutoencoder network, List<? extends Frames> examples, float[][] codes) {
        Autoencoder plain = network;
        assertClosed(
                CLOSED,
                () -> plain.encode(examples),
                () -> plain.encode(List.of()),
                () -> plain.posteriors(examples),
                () -> plain.decode(codes, Sampler.LIKELIEST),
                () -> plain.reconstruct(examples),
                () -> network.parameters().toArrays(),
                () -> network.parameters().values(),
                () -> network.parameters().gradients(),
                () -> network.parameters().count());
        try (TensorScope _ = TensorScope.open()) {
            assertClosed(CLOSED, () -> network.posterior(FrameTensors.of(codes), CodeNoise.NONE));
        }
    }
}
