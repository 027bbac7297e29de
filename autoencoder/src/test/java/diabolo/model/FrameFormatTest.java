package diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.representation.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameFormatTest {

    @TempDir
    private Path folder;

    static List<FrameFormat> formats() {
        return List.of(new FrameFormat.Image(2, 3), new FrameFormat.Vector(6));
    }

    private static ModelDescription of(FrameFormat format) {
        return new ModelDescription("tiny", DenseSpec.sigmoid(6, 2), format, "none", 100, Map.of(), List.of());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void formatsAreReadAsWritten(FrameFormat format) throws IOException {
        Files.writeString(folder.resolve("model.json"), ModelJson.MAPPER.writeValueAsString(of(format)));

        assertThat(ModelFolder.describe(folder)).isEqualTo(of(format));
    }

    @Test
    void musicIsWrittenAsInOlderModels() {
        assertThat(ModelJson.MAPPER.writeValueAsString(new FrameFormat.Music(Melody.of(2))))
                .contains("\"kind\" : \"melody\"");
    }

    @Test
    void anInvalidImageSizeIsRefused() throws IOException {
        String json = ModelJson.MAPPER.writeValueAsString(of(new FrameFormat.Image(2, 3)));
        Files.writeString(folder.resolve("model.json"), json.replace("\"rows\" : 2", "\"rows\" : -2"));

        assertThatThrownBy(() -> ModelFolder.describe(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rows must be between 1 and 1024, was -2");
    }

    @Test
    void onlyMusicHasARepresentation() {
        assertThatThrownBy(() -> of(new FrameFormat.Image(2, 3)).representation())
                .hasMessage(
                        "tiny is a model of images of 3 by 2 pixels and not of music; choose one that is, such as ragtime-deephear");
    }
}
