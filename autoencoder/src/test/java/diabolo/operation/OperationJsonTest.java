package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.SmallMelodyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationJsonTest {

    private static final Sources SOURCES =
            new RememberedSources().with(Examples.TWO).with(Examples.FOUR);

    private LatentSpace space;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        space = LatentSpace.load(SmallMelodyModel.trainedIn(folder.resolve("model")));
    }

    @AfterAll
    void close() {
        space.close();
    }

    @Test
    void writtenOperationsAreReadTheSame() throws IOException {
        Examples examples = new Examples(space);
        List<Operation> all = Stream.concat(
                        examples.all().stream(),
                        Stream.concat(
                                Stream.of(
                                        examples.harmonizing(),
                                        Examples.ofGrooves(Optional.empty(), Optional.of("funk"), Optional.of("fill"))),
                                examples.ofTunes().stream()))
                .toList();

        for (Operation operation : all) {
            String json = OperationJson.write(operation);

            // an attribute holds an array, which is opened by its name
            assertThat(OperationJson.read(json, examples.sources()))
                    .as(json)
                    .usingRecursiveComparison()
                    .isEqualTo(operation);
            assertThat(OperationJson.write(OperationJson.read(json, examples.sources())))
                    .isEqualTo(json);
        }
        assertThat(all.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @Test
    void absentFieldsHaveTheirDefaults() throws IOException {
        assertThat(OperationJson.read("{\"operation\": \"vary\", \"piece\": \"two.mid\"}", SOURCES))
                .isEqualTo(new Vary(Examples.TWO, 1, 5));
        assertThat(OperationJson.read(
                        "{\"operation\": \"interpolate\", \"from\": {\"file\": \"two.mid\", \"bars\": \"2\"}, \"to\": \"four.mid\"}",
                        SOURCES))
                .isEqualTo(new Interpolate(Examples.SECOND_BAR, Examples.FOUR, 9, Interpolation.SPHERICAL));
        assertThat(OperationJson.read("{\"operation\": \"generate\", \"prior\": \"normal\"}", SOURCES))
                .isInstanceOfSatisfying(Generate.class, generate -> assertThat(generate.threshold())
                        .isEqualTo(Optional.empty()));
        assertThat(OperationJson.read("{\"operation\": \"decode\", \"pieces\": [{\"codes\": [[0, 1]]}]}", SOURCES))
                .isEqualTo(new Decode(List.of(new Source.Codes("codes", new float[][] {{0, 1}}))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | an operation is a JSON object that names it, as {\"operation\": \"vary\"",
                "{} | an operation is a JSON object",
                "{\"operation\": 3} | an operation is a JSON object",
                "{\"operation\": \"vary\" | an operation is a JSON object",
                "{\"operation\": \"fly\"} | 'fly' is no operation; choose one of generate, reconstruct",
                "{\"operation\": \"vary\"} | vary needs the field 'piece', which is missing",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"cuont\": 3} | vary has no field 'cuont'; it has operation, piece, distance, steps, count, strength, seed, temperature, threshold",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"count\": 3.5} | count must be a whole number such as 3, was 3.5",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"count\": 1e9} | count must be a whole number",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"count\": 0} | count must be between 1 and 1000, was 0",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"count\": null} | count must be a whole number such as 3, was null",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"distance\": \"far\"} | distance must be a number such as 0.5, was \"far\"",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"distance\": 1e999} | distance must be between 0 and 1000000",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"seed\": 0.5} | seed must be a whole number, was 0.5",
                "{\"operation\": \"vary\", \"piece\": \"two.mid\", \"temperature\": 11} | temperature must be between 0 and 10, was 11",
                "{\"operation\": \"vary\", \"piece\": 3} | piece must be a source such as {\"file\": \"rag.mid\"",
                "{\"operation\": \"vary\", \"piece\": {\"file\": \"two.mid\", \"bar\": \"1\"}} | piece has no field 'bar'; it has bars, beatOffset, file, meter",
                "{\"operation\": \"vary\", \"piece\": {\"file\": \"two.mid\", \"bars\": 1}} | bars of piece must be a text such as \"5-8\", was 1",
                "{\"operation\": \"vary\", \"piece\": {\"file\": \"two.mid\", \"bars\": \"2-1\"}} | the first one first, or as 5, was '2-1'",
                "{\"operation\": \"vary\", \"piece\": {\"file\": \"two.mid\", \"meter\": \"3/4\", \"beatOffset\": \"3\"}} | must lie in the first bar of 3/4, which has 3 quarter notes, was at 3",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": []}} | codes holds no code",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [1]}} | piece must be a source",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1]], \"file\": \"x\"}} | piece has no field 'file'; it has beatsPerMinute, codes, keys",
                "{\"operation\": \"average\", \"pieces\": \"two.mid\"} | pieces must be a list of sources",
                "{\"operation\": \"average\", \"pieces\": []} | the number of pieces must be between 1 and 10000, was 0",
                "{\"operation\": \"interpolate\", \"from\": \"two.mid\", \"to\": \"two.mid\", \"interpolation\": \"bent\"} | interpolation must be linear or spherical, was \"bent\"",
                "{\"operation\": \"generate\", \"prior\": \"none\"} | 'none' is no prior",
                "{\"operation\": \"constrain\"} | no constraint is given",
                "{\"operation\": \"constrain\", \"key\": \"H\"} | is no key that has a key signature",
                "{\"operation\": \"constrain\", \"key\": \"C\", \"correct\": 1} | correct must be true or false, was 1",
                "{\"operation\": \"decode\", \"pieces\": [{\"file\": \"z\", \"bars\": \"1\"}]} | pieces holds codes, which have no bars"
            })
    void invalidOperationsAreRefusedInOneSentence(String json, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperationJson.read(json, SOURCES))
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"operation\": \"vary\", \"piece\": \"none.mid\"} | nothing is called none.mid",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1, null]]}} | piece has null in a vector; write a number from -1000 to 1000",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1e4]]}} | piece has 10000.0 in a vector",
                "{\"operation\": \"vary\", \"piece\": {\"codes\": [[1]], \"meters\": {\"0\": \"4/0\"}}} | piece: ",
                "{\"operation\": \"move-along\", \"piece\": \"two.mid\", \"attribute\": \"x\"} | no attribute is called x"
            })
    void sourcesExplainWhatTheyCannotOpen(String json, String words) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> OperationJson.read(json, SOURCES))
                .withMessageContaining(words);
    }
}
