package diabolo.magenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.RealMusic;
import diabolo.latent.CodeOperations;
import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.model.Bottleneck;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import diabolo.note.NoteSequence;
import diabolo.representation.Melody;
import diabolo.tensor.SafeTensors.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedModelTest {

    private static final String FORWARD_KERNEL =
            "encoder/cell_0/bidirectional_rnn/fw/multi_rnn_cell/cell_0/lstm_cell/kernel";

    @TempDir
    private Path folder;

    @TempDir
    private Path model;

    @Test
    void sizesAreThoseOfTheShapes() throws IOException {
        TinyCheckpoint.hierarchicalMelody().writeShards(folder);

        ImportedModel imported = ImportedModel.read(folder, "tiny");

        assertThat(imported.description().spec())
                .isEqualTo(new RecurrentSpec(
                        java.util.List.of(90),
                        48,
                        new LstmSize(4, 2),
                        6,
                        Bottleneck.GAUSSIAN,
                        new RecurrentSpec.Hierarchical(16, new LstmSize(3, 2), new LstmSize(5, 2))));
        assertThat(imported.description().representation()).isEqualTo(Melody.of(3));
        assertThat(imported.description().missing()).isEmpty();
        assertThat(imported.description().encodes()).isTrue();
    }

    @Test
    void theProvenanceNamesTheSourceTheLicenceAndTheHashOfEveryFile() throws IOException {
        TinyCheckpoint.melody().writeShards(folder);
        Files.writeString(folder.resolve("config.json"), Files.readString(folder.resolve("config.json")) + "\n");

        var provenance = ImportedModel.read(folder, "tiny").description().provenance();

        assertThat(provenance.get("importedFrom")).contains("weights_manifest.json", folder.getFileName() + "");
        assertThat(provenance.get("licence")).contains("Apache-2.0");
        assertThat(provenance.keySet().stream().filter(key -> key.startsWith("sha256")))
                .contains("sha256 config.json", "sha256 weights_manifest.json", "sha256 group1-shard1")
                .hasSize(Math.toIntExact(count(folder)));
        assertThat(provenance.get("sha256 group1-shard2"))
                .isEqualTo(sha256(Files.readAllBytes(folder.resolve("group1-shard2"))));
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void withAnIncompleteEncoderItGeneratesAndInterpolatesAndRefusesToEncode() throws IOException {
        TinyCheckpoint.melody().without(FORWARD_KERNEL).writeDump(folder);
        ImportedModel imported = ImportedModel.read(folder, "tiny");
        imported.save(model, Precision.HALF);

        assertThat(imported.description().missing())
                .containsExactly("encoder.0.forward.input", "encoder.0.forward.recurrent");
        assertThat(imported.description().encodes()).isFalse();
        try (LatentSpace space = LatentSpace.load(model)) {
            assertMakesMusicOfCodesOnly(space);
        }
    }

    @Test
    void thePublishedMelodyCheckpointGeneratesAndRefusesToEncode() throws IOException {
        ImportedModel imported = ImportedModel.read(RealMusic.folder("magenta-mel-2bar-small"), "melody-2bar-magenta");
        imported.save(model, Precision.SINGLE);

        assertThat(imported.description().missing())
                .containsExactly(
                        "encoder.0.forward.input",
                        "encoder.0.forward.recurrent",
                        "encoder.0.backward.input",
                        "encoder.0.backward.recurrent");
        assertThat(imported.description().spec())
                .isEqualTo(
                        new RecurrentSpec( // cat-mel_2bar_small
                                java.util.List.of(90),
                                32,
                                new LstmSize(512, 1),
                                256,
                                Bottleneck.GAUSSIAN,
                                new RecurrentSpec.Flat(new LstmSize(256, 2))));
        try (LatentSpace space = LatentSpace.load(model)) {
            NoteSequence music = assertMakesMusicOfCodesOnly(space);
            assertThat(music.allNotes().count())
                    .isBetween(4L, 33L); // music, not noise: the weights are mapped correctly
        }
    }

    private static NoteSequence assertMakesMusicOfCodesOnly(LatentSpace space) {
        NoteSequence music = space.generate(SamplingSettings.MUSIC_VAE, 0).music();
        int size = space.description().spec().codeSize();
        float[][] there = new float[1][size];
        there[0][0] = 2;
        for (float[][] point : CodeOperations.interpolate(new float[1][size], there, 5, Interpolation.LINEAR)) {
            assertThat(space.decode(point)).isNotNull();
        }
        assertThatThrownBy(() -> space.reconstruct(music))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot encode or reconstruct");
        return music;
    }

    @Test
    void aFileOfADumpsEncoderMayBeAbsentAndOneOfItsDecoderMayNot() throws IOException {
        TinyCheckpoint.melody().writeDump(folder);
        Files.delete(folder.resolve("encoder_mu_kernel"));

        ImportedModel imported = ImportedModel.read(folder, "tiny");

        assertThat(imported.description().missing()).containsExactly("mean.weight");
        assertThat(imported.description().provenance()).containsEntry("absentFiles", "encoder_mu_kernel");
        Files.delete(folder.resolve("decoder_output_projection_bias"));
        assertThatThrownBy(() -> ImportedModel.read(folder, "tiny"))
                .hasMessageContaining("decoder_output_projection_bias");
    }

    @Test
    void aHierarchicalEncoderIsLeftOutAndListed() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.hierarchicalMelody();
        java.util.Map<String, long[]> shapes = new java.util.LinkedHashMap<>();
        tiny.shapes()
                .forEach((name, shape) -> shapes.put(
                        name.startsWith("encoder/cell_")
                                ? name.replace("encoder/cell_", "encoder/hierarchical_level_")
                                : name,
                        shape));
        new TinyCheckpoint(tiny.converter(), shapes, tiny.definition()).writeShards(folder);

        ImportedModel imported = ImportedModel.read(folder, "tiny");

        assertThat(imported.description().encodes()).isFalse();
        assertThat(imported.description().provenance().get("leftOut")).contains("encoder/hierarchical_level_0/");
        assertThat(imported.weights()).anyMatch(array -> array.name().equals("mean.weight"));
    }

    @Test
    void withoutAnyEncoderItStillGenerates() throws IOException {
        TinyCheckpoint tiny = TinyCheckpoint.melody();
        tiny.without(tiny.shapes().keySet().stream()
                        .filter(name -> name.startsWith("encoder/"))
                        .toArray(String[]::new))
                .writeDump(folder);
        ImportedModel.read(folder, "tiny").save(model, Precision.SINGLE);

        try (LatentSpace space = LatentSpace.load(model)) {
            assertMakesMusicOfCodesOnly(space);
        }
    }

    @Test
    void aNameThatIsAPathIsRefused() {
        assertThatThrownBy(() -> ImportedModel.read(folder, "../x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'../x'");
    }
}
