package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import diabolo.corpus.Transposition;
import diabolo.model.DenseSpec;
import diabolo.nn.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentCatalogTest {

    @Test
    void deepHearsSettingsAreThoseOfThePaper() throws IOException {
        ExperimentSpec spec = (ExperimentSpec) ExperimentCatalog.find("ragtime-deephear");

        assertThat(spec.model()).isEqualTo(DenseSpec.DEEP_HEAR);
        assertThat(spec.pretraining()).isEqualTo(ExperimentSpec.DEFAULT.pretraining());
        assertThat(spec.beatsPerMinute()).isEqualTo(90);
    }

    @Test
    void onlyTheDifferencesNeedToBeSaid() throws IOException {
        ExperimentSpec spec = parse("name: mine\nfineTuning: {epochs: 7}");

        assertThat(spec.name()).isEqualTo("mine");
        assertThat(spec.fineTuning())
                .isEqualTo(ExperimentSpec.DEFAULT.fineTuning().withEpochs(7));
        assertThat(spec.network()).isEqualTo(ExperimentSpec.DEFAULT.network());
    }

    @Test
    void chosenWordsAndListsAreRead() throws IOException {
        ExperimentSpec spec = parse(
                "network: {hiddenSizes: [32, 4], hidden: RELU, tying: UNTIED}\npretraining: {by: NONE}\ntransposition: TO_COMMON_KEY");

        assertThat(spec.network().hiddenSizes()).isEqualTo(List.of(32, 4));
        assertThat(spec.network().hidden()).isEqualTo(Activation.RELU);
        assertThat(spec.network().tying()).isEqualTo(DenseSpec.Tying.UNTIED);
        assertThat(spec.transposition()).isEqualTo(Transposition.TO_COMMON_KEY);
    }

    static List<String> names() {
        return ExperimentCatalog.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writingThenReadingGivesTheSameSpec(String name) throws IOException {
        Trainable spec = ExperimentCatalog.find(name);

        assertThat(ExperimentCatalog.parse("written", ExperimentCatalog.write(spec)))
                .isEqualTo(spec);
        assertThat(spec.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "sead: 3, sead, seed",
        "'fineTuning: {epoch: 3}', fineTuning.epoch, epochs",
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
                .isThrownBy(() -> parse("representation: 64"))
                .withMessage("mine.yaml gives representation a single value; it holds steps, lowestPitch, pitches.");
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
                "strideSteps: [ | mine.yaml cannot be understood",
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
        return (ExperimentSpec) ExperimentCatalog.parse("mine.yaml", yaml);
    }
}
