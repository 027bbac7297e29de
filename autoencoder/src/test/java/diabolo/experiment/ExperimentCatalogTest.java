package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import diabolo.corpus.Transposition;
import diabolo.model.Bottleneck;
import diabolo.model.ConvolutionalSpec;
import diabolo.model.DenseSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.Activation;
import diabolo.nn.OptimizerSpec;
import diabolo.training.Objective;
import diabolo.training.Regularizer;
import diabolo.training.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentCatalogTest {

    private static final ExperimentSpec DEFAULTS = ExperimentSpec.defaults("PIANO_ROLL");

    @Test
    void deepHearsSettingsAreThoseOfThePaper() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find("ragtime-deephear");

        assertThat(spec.model()).isEqualTo(DenseSpec.DEEP_HEAR);
        assertThat(spec.pretraining()).isEqualTo(DEFAULTS.pretraining());
        assertThat(spec.beatsPerMinute()).isEqualTo(90);
    }

    @Test
    void onlyTheDifferencesNeedToBeSaid() throws IOException {
        ExperimentSpec spec = parse("name: mine\ntraining: {epochs: 7}");

        assertThat(spec.name()).isEqualTo("mine");
        assertThat(spec.training()).isEqualTo(DEFAULTS.training().withEpochs(7));
        assertThat(spec.network()).isEqualTo(DEFAULTS.network());
    }

    @Test
    void chosenWordsAndListsAreRead() throws IOException {
        ExperimentSpec spec = parse(
                "network: {hiddenSizes: [32, 4], hidden: RELU, tying: UNTIED}\npretraining: {by: NONE}\nformat: {transposition: TO_COMMON_KEY}");

        Network.Dense network = (Network.Dense) spec.network();
        assertThat(network.hiddenSizes()).isEqualTo(List.of(32, 4));
        assertThat(network.hidden()).isEqualTo(Activation.RELU);
        assertThat(network.tying()).isEqualTo(DenseSpec.Tying.UNTIED);
        assertThat(((Format.PianoRoll) spec.format()).transposition()).isEqualTo(Transposition.TO_COMMON_KEY);
    }

    @Test
    void bottleneckOptimizerAndSparsityAreChosenByAWord() throws IOException {
        ExperimentSpec spec = parse("""
                format: {kind: IMAGES}
                network: {hiddenSizes: [196], bottleneck: K_SPARSE 25}
                training: {optimizer: LBFGS 20, regularization: {sparseTarget: 0.1, sparseWeight: 3}}
                """);

        assertThat(spec.model().bottleneck()).isEqualTo(new Bottleneck.KSparse(25));
        Stage stage = spec.plan().stages().getFirst();
        assertThat(stage.schedule().optimizer()).isEqualTo(new OptimizerSpec.Lbfgs(20));
        assertThat(((Objective.LowerBound) stage.objective()).regularizers())
                .contains(new Regularizer.SparseActivity(0.1, 3));
        assertThatIOException()
                .isThrownBy(() -> parse("training: {optimizer: SGD}"))
                .withMessageContaining("optimizer cannot be 'SGD'; choose one of ADAM");
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: %s}".formatted("P".repeat(10_000))))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void aConvolutionalNetworkStartsFromThatOfNewTypes() throws IOException {
        ExperimentSpec digits = parse("format: {kind: IMAGES}\nnetwork: {family: CONVOLUTIONAL}");
        ExperimentSpec rolls = parse("""
                format: {kind: PIANO_ROLL, steps: 32, pitches: 48}
                network:
                  family: CONVOLUTIONAL
                  encoder: [{filters: 8, kernel: 5, stride: 1, border: SAME}]
                  bottleneck: WINNER_TAKE_ALL CHANNEL 8
                  decoder: [{filters: 1, kernel: 13, stride: 1, border: SAME}]
                training: {optimizer: ADADELTA 0.95}
                """);

        assertThat(digits.model()).isEqualTo(ConvolutionalSpec.newTypes(128));
        assertThat(rolls.model().shape()).isEqualTo("32x48-8x32x48-32x48");
        assertThat(ExperimentCatalog.parse("complete", ExperimentCatalog.write(rolls)))
                .isEqualTo(rolls);
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: MELODY}\nnetwork: {family: CONVOLUTIONAL}"))
                .withMessageContaining("CONVOLUTIONAL");
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: IMAGES, rows: 30}\nnetwork: {family: CONVOLUTIONAL}"))
                .withMessageContaining("a stride of CHANNEL that divides both");
        assertThatIOException()
                .isThrownBy(() -> parse("network: {bottleneck: WINNER_TAKE_ALL SPATIAL}"))
                .withMessageContaining("which only a convolutional network has");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: MELODY}\nnetwork: {family: DENSE}"))
                .withMessageContaining("family");
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: SONATA}"))
                .withMessageContaining("choose one of PIANO_ROLL, MELODY, DRUMS, TRIO, IMAGES");
        assertThatIOException()
                .isThrownBy(() -> parse("representation: MELODY"))
                .withMessageContaining("which is called format");
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: IMAGES}\ntraining: {transposition: 3}"))
                .withMessageContaining("images are in no key");
    }

    static List<String> names() {
        return Stream.concat(ExperimentCatalog.names().stream(), ExperimentCatalog.references().stream())
                .toList();
    }

    /** Millions of weights as Magenta's authors counted them. */
    @ParameterizedTest
    @CsvSource({
        "cat-mel_2bar_small, 4.4",
        "cat-mel_2bar_big, 134.6",
        "flat-mel_16bar, 235.3",
        "hierdec-mel_16bar, 176.1",
        "hierdec-trio_16bar, 231.0",
    })
    void referencesHaveAsManyWeightsAsTheirOriginals(String name, double millions) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find(name);

        assertThat(spec.model().weightCount() / 1e6).isEqualTo(millions, within(0.05));
    }

    @Test
    void aHierarchicalEncoderReadsBarsFirst() throws IOException {
        RecurrentSpec spec =
                (RecurrentSpec) ExperimentCatalog.find("hier-mel_16bar").model();

        assertThat(spec.encoderSegments()).isEqualTo(List.of(16));
        assertThat(spec.shapes().get("encoder.segments.0.0.forward.input")).containsExactly(4 * 1024, 90);
        assertThat(spec.shapes().get("encoder.0.backward.input")).containsExactly(4 * 1024, 2 * 1024);
    }

    /** The original gives its encoder the nine drums of a step and whether there are none, instead of one of 512 tokens. */
    @Test
    void theDrumsReferenceDiffersFromItsOriginalByTheEncodersInput() throws IOException {
        RecurrentSpec spec =
                (RecurrentSpec) ExperimentCatalog.find("cat-drums_2bar_small").model();
        long more = (512 - 10) * 2L * 4 * 512;

        assertThat((spec.weightCount() - more) / 1e6).isEqualTo(4.6, within(0.05));
    }

    @Test
    void aNadeIsAskedForByItsOutputAndRefusedWhereTokensAreNoSets() throws IOException {
        RecurrentSpec spec = (RecurrentSpec)
                ExperimentCatalog.find("nade-drums_2bar_reduced").model();

        assertThat(spec.nade()).contains(new RecurrentSpec.Nade(128));
        assertThat(spec.shapes().get("decoder.0.output.weight")).containsExactly(128 + 9, 512);
        assertThat(((RecurrentSpec)
                                ExperimentCatalog.find("cat-drums_2bar_small").model())
                        .nade())
                .isEmpty();
        assertThatIOException()
                .isThrownBy(() -> parse("format: {kind: MELODY}\nnetwork: {output: NADE}"))
                .withMessage(
                        "mine.yaml cannot be used: a NADE decodes a single line of sets, such as the 512 of nine drums, and not tokens of 90; choose output SOFTMAX");
    }

    @Test
    void theDrumsUnderAStrongPullAreThoseOfTheComparison() throws IOException {
        ExperimentSpec drums = ExperimentCatalog.find("drums-2bar");
        ExperimentSpec low = ExperimentCatalog.find("drums-2bar-low");

        assertThat(SequenceVariant.byDivergence(drums).getFirst().spec().plan()).isEqualTo(low.plan());
        assertThat(SequenceVariant.byDivergence(drums).getLast().spec()).isEqualTo(drums);
    }

    @ParameterizedTest
    @MethodSource("names")
    void writingThenReadingGivesTheSameSpec(String name) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find(name);

        assertThat(ExperimentCatalog.parse("written", ExperimentCatalog.write(spec)))
                .isEqualTo(spec);
        assertThat(spec.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "sead: 3, sead, seed",
        "'training: {epoch: 3}', training.epoch, epochs",
        "'network: {hidenSizes: [3]}', network.hidenSizes, hiddenSizes",
    })
    void anUnknownNameIsToldTheNearestKnownOne(String yaml, String unknown, String nearest) {
        assertThatIOException()
                .isThrownBy(() -> parse(yaml))
                .withMessage("mine.yaml has %s, which no experiment has; the nearest known name is %s."
                        .formatted(unknown, nearest));
    }

    @Test
    void aSingleValueWhereThereAreSeveralIsToldTheirNames() {
        assertThatIOException()
                .isThrownBy(() -> parse("format: 64"))
                .withMessage(
                        "mine.yaml gives format a single value; it holds kind, steps, lowestPitch, pitches, strideSteps, lastWindow, transposition.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed: many | many",
                "network: {hidden: RELUX} | RELUX",
                "heldOutShare: 1.5 | heldOutShare must be at least 0 and below 1, was 1.5",
                "name: My Own | name must be of small letters",
                "network: {hiddenSizes: []} | hiddenSizes must name at least the code's size",
                "format: [ | mine.yaml cannot be understood",
            })
    void aValueOfTheWrongKindIsNamedInOneSentence(String yaml, String reason) {
        assertThatIOException()
                .isThrownBy(() -> parse(yaml))
                .withMessageStartingWith("mine.yaml cannot be understood: ")
                .withMessageContaining(reason)
                .withMessageNotContaining("\n");
    }

    @Test
    void aFileWithoutNamesIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> parse("- 1\n- 2"))
                .withMessageContaining("no list of names and values");
    }

    @Test
    void anUnknownExperimentIsToldTheKnownOnes() {
        assertThatIOException()
                .isThrownBy(() -> ExperimentCatalog.find("ragtime"))
                .withMessage("There is no experiment called ragtime; choose one of "
                        + String.join(", ", ExperimentCatalog.names()) + ", or name a .yaml file.");
    }

    @Test
    void aFileIsFoundByItsPath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine");

        assertThat(ExperimentCatalog.find(file.toString()).name()).isEqualTo("mine");
        assertThatIOException()
                .isThrownBy(() ->
                        ExperimentCatalog.find(folder.resolve("yours.yaml").toString()))
                .withMessageContaining("does not exist");
    }

    private static ExperimentSpec parse(String yaml) throws IOException {
        return ExperimentCatalog.parse("mine.yaml", yaml);
    }
}
