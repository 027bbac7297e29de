package diabolo.magenta;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid checkpoints: one sentence each, with the value, the rule and the remedy. */
class HostileCheckpointTest {

    private static final String BIAS = "decoder/output_projection/bias";

    @TempDir
    private Path folder;

    static List<Arguments> dumps() {
        return List.of(
                lie("manifest.json", "[90]", "[91]", BIAS, "too short", "360"),
                lie("manifest.json", "[90]", "[89]", "360 bytes", "356"),
                lie("manifest.json", "[90]", "[9,10]", BIAS, "[9, 10]", "needs [90]"),
                lie("manifest.json", "[90]", "[]", "360 bytes", "take 4"),
                lie("manifest.json", "[90]", "[4611686018427387904,90]", BIAS, "too short"),
                lie("manifest.json", "[90]", "[4294967296,4294967296]", BIAS, "too short"),
                lie("manifest.json", "[90]", "[99999999999999999999]", BIAS, "99999999999999999999"),
                lie("manifest.json", "[90]", "[-90]", BIAS, "[-90]", "above 0"),
                lie("manifest.json", "[90]", "[0]", BIAS, "[0]", "above 0"),
                lie("manifest.json", "[90]", "[90.5]", BIAS, "[90.5]"),
                lie("manifest.json", "[90]", "\"90\"", BIAS, "90"),
                lie("manifest.json", "[90]", "[1,1,1,1,1,1,1,1,90]", BIAS, "at most 8"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"../secret\"", "'../secret'"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"/etc/passwd\"", "'/etc/passwd'"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"a\\\\b\"", "within the folder"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"..\"", "'..'"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"a\\u0000b\"", "within the folder"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"a\\nb\"", "a?b", "is missing"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "\"none\"", "none", "is missing"),
                lie("manifest.json", "\"decoder_output_projection_bias\"", "7", BIAS, "filename"),
                lie("manifest.json", "\"encoder_mu_bias\"", "\"encoder_sigma_bias\"", "encoder_sigma_bias twice"),
                lie(
                        "manifest.json",
                        "encoder/mu/bias",
                        "encoder/sigma/bias",
                        "manifest.json is not valid JSON",
                        "take all its files again"),
                lie("manifest.json", BIAS, "decoder/nade/w_enc", BIAS, "is missing"),
                lie("manifest.json", "{", "", "manifest.json"),
                lie("converter.json", "MelodyConverter", "MultitrackConverter", "MultitrackConverter", "TrioConverter"),
                lie("converter.json", "MelodyConverter", "DrumsConverter", "[101, 20]", "[523, 20]"),
                lie("converter.json", "108", "107", "21 to 107"),
                lie("converter.json", "32", "33", "numSteps is 33"),
                lie("converter.json", "32", "-16", "numSteps is -16"),
                lie("converter.json", "32", "1600000", "numSteps is 1600000", "256 bars"),
                lie("converter.json", "\"numSteps\"", "\"steps\"", "numSteps is not given"),
                lie(
                        "manifest.json",
                        "\"shape\":[90]",
                        "\"dtype\":\"int32\",\"shape\":[90]",
                        BIAS,
                        "the dtype \"int32\""),
                lie("converter.json", "\"numSteps\":32", "\"numSteps\":32,\"numSegments\":3", "numSegments is 3"),
                lie("converter.json", "\"numSteps\":32", "\"numSteps\":32,\"numSegments\":2", "hierarchical_level_0"),
                lie("converter.json", "\"numSteps\":32", "\"numSteps\":1e400", "numSteps"));
    }

    static List<Arguments> shards() {
        return List.of(
                lie("weights_manifest.json", "group1-shard1\"", "../group1-shard1\"", "'../group1-shard1'"),
                lie("weights_manifest.json", "group1-shard2\"", "group1-shard1\"", "group1-shard1 twice"),
                lie("weights_manifest.json", "group1-shard1\"", "group1-shard0\"", "group1-shard0", "missing"),
                lie("weights_manifest.json", "uint16", "uint32", "uint32", "uint8 and uint16"),
                lie("weights_manifest.json", "uint16", "uint8", "its arrays take"),
                lie("weights_manifest.json", "float32", "complex64", "complex64", "float32"),
                lie("weights_manifest.json", "\"min\":", "\"min\":1e999,\"was\":", "min"),
                lie("weights_manifest.json", "\"scale\":", "\"scale\":\"much\",\"was\":", "much"),
                lie("weights_manifest.json", "\"scale\":", "\"scale\":1e300,\"was\":", "Infinity", "finite"),
                lie("weights_manifest.json", "\"scale\":", "\"was\":", "scale not given"),
                lie("weights_manifest.json", "\"paths\"", "\"path\"", "paths"),
                lie("weights_manifest.json", "\"paths\"", "\"paths\":[],\"was\"", "lacks its paths"),
                lie("weights_manifest.json", "[90]", "[2147483647]", BIAS, "too short"),
                lie("weights_manifest.json", "\"name\"", "\"nam\"", "name"),
                lie("weights_manifest.json", "encoder/mu/bias", "encoder/sigma/bias", "encoder/sigma/bias twice"),
                lie("weights_manifest.json", "encoder/mu/bias", "surprise", "surprise", "no place"),
                lie("config.json", "MusicVAE", "MusicRNN", "MusicRNN"),
                lie(
                        "config.json",
                        "\"type\":\"MusicVAE\"",
                        "\"type\":\"MusicVAE\",\"chordEncoder\":\"PitchChord\"",
                        "chord"),
                lie("config.json", "}", "", "config.json"));
    }

    private static Arguments lie(String file, String truth, String lie, String... words) {
        return arguments(file, truth, lie, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void aFalseDumpIsRefusedInOneSentence(String file, String truth, String lie, List<String> words)
            throws IOException {
        TinyCheckpoint.melody().writeDump(folder);
        replace(file, truth, lie);

        assertRefused(words);
    }

    @ParameterizedTest
    @MethodSource("shards")
    void falseShardsAreRefusedInOneSentence(String file, String truth, String lie, List<String> words)
            throws IOException {
        TinyCheckpoint.melody().writeQuantized(folder);
        replace(file, truth, lie);

        assertRefused(words);
    }

    @Test
    void aTruncatedOrLongerFileIsRefused() throws IOException {
        TinyCheckpoint.melody().writeDump(folder);
        Path file = folder.resolve("decoder_output_projection_bias");
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, java.util.Arrays.copyOf(whole, 359));
        assertRefused(List.of("decoder_output_projection_bias", "359"));
        Files.write(file, java.util.Arrays.copyOf(whole, 361));
        assertRefused(List.of("decoder_output_projection_bias", "361"));
        Files.delete(file);
        Files.createDirectory(file);
        assertRefused(List.of("decoder_output_projection_bias", "missing"));
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() throws IOException {
        TinyCheckpoint.melody().writeDump(folder);
        Path file = folder.resolve("decoder_output_projection_bias");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(8, Float.NaN);
        Files.write(file, bytes);

        assertRefused(List.of("value 3 of " + BIAS, "NaN", "finite"));
    }

    @Test
    void anIncompleteDecoderIsRefused() throws IOException {
        TinyCheckpoint.melody().without("decoder/z_to_initial_state/bias").writeDump(folder);

        assertRefused(List.of("decoder/z_to_initial_state/bias", "is missing"));
    }

    @Test
    void aMissingFolderIsRefused() {
        assertThatThrownBy(() -> MagentaCheckpoint.read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEmptyFolderAndAManifestWithoutConverterAreRefused() throws IOException {
        assertRefused(List.of("neither manifest.json nor weights_manifest.json"));
        TinyCheckpoint.melody().writeDump(folder);
        Files.delete(folder.resolve("converter.json"));
        assertRefused(List.of("neither config.json nor converter.json"));
    }

    @Test
    void aManifestOfManyMegabytesIsNotRead() throws IOException {
        Files.write(folder.resolve("manifest.json"), new byte[(1 << 22) + 1]);

        assertRefused(List.of("manifest.json has 4194305 bytes"));
    }

    private void replace(String file, String truth, String lie) throws IOException {
        String json = Files.readString(folder.resolve(file));
        int at = json.indexOf(truth);
        if (at < 0) {
            throw new IllegalStateException("%s is not in %s".formatted(truth, json));
        }
        Files.writeString(folder.resolve(file), json.substring(0, at) + lie + json.substring(at + truth.length()));
    }

    private void assertRefused(List<String> words) {
        assertThatThrownBy(() -> ImportedModel.read(folder, "tiny"))
                .isInstanceOf(UnreadableCheckpointException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageNotContaining("\n")
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(failure.getMessage())
                        .contains(words));
    }
}
