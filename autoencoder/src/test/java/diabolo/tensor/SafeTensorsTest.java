package diabolo.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {

    private static final SafeTensors CONTENT = new SafeTensors(
            Map.of("epoch", "12"),
            List.of(
                    new NamedArray("a", new long[] {2, 3}, new float[] {1, -2, 0.5f, 0, 65504, 1e-3f}),
                    new NamedArray("b", new long[] {1}, new float[] {3.25f})));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void writtenArraysReadBackTheSame() throws IOException {
        SafeTensors.write(file, CONTENT, SafeTensors.Precision.SINGLE);

        SafeTensors again = SafeTensors.read(file);

        assertThat(again).isEqualTo(CONTENT);
    }

    @Test
    void halfPrecisionKeepsThreeDigitsInHalfTheBytes() throws IOException {
        SafeTensors.write(file, CONTENT, SafeTensors.Precision.HALF);

        float[] values = SafeTensors.read(file).array("a").values();

        assertThat(values)
                .containsExactly(
                        new float[] {1, -2, 0.5f, 0, 65504, 1e-3f}, org.assertj.core.data.Offset.offset(1e-6f));
    }

    @Test
    void aFileMadeByTheFormatsDefinitionIsRead() throws IOException {
        String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        Files.write(file, bytes(header, 1.5f, -4f));

        assertThat(SafeTensors.read(file).arrays())
                .containsExactly(new NamedArray("x", new long[] {2}, new float[] {1.5f, -4f}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json at all",
                "[1, 2]",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,16]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9223372036854775807],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"y\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"x\":3}",
                "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}"
            })
    void aFalseHeaderIsRefusedWithASentence(String header) throws IOException {
        Files.write(file, bytes(header, 1, 2));

        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(MalformedSafeTensorsException.class)
                .hasMessageContaining("w.safetensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 1L << 40})
    void aHeaderLengthBeyondTheFileAllocatesNothing(long length) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        Files.write(file, buffer.array());

        assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(MalformedSafeTensorsException.class);
    }

    @Test
    void deeplyNestedHeadersAreRefused() throws IOException {
        Files.write(file, bytes("[".repeat(100_000), 1));

        assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(MalformedSafeTensorsException.class);
    }

    @Test
    void damagedFilesAreReadOrRefusedButNothingElse() throws IOException {
        SafeTensors.write(file, CONTENT, SafeTensors.Precision.SINGLE);
        byte[] sound = Files.readAllBytes(file);
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random = RandomSource.of(seed).generator();
            byte[] damaged =
                    random.nextBoolean() ? java.util.Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int i = 0; i < 3 && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                assertThat(SafeTensors.read(file)).as("seed %d", seed).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining("safetensors");
            }
        }
    }

    @Test
    void nothingIsLeftBehindWhenWritingFails() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> SafeTensors.write(file, CONTENT, SafeTensors.Precision.SINGLE))
                .isInstanceOf(IOException.class);
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactly(file);
        }
    }

    private static byte[] bytes(String header, float... values) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(8 + json.length + 4 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    @Test
    void namesOfAnyLengthAreShortenedInMessages() throws IOException {
        String header = "{\"%s\": {\"dtype\": \"%s\"}}".formatted("a".repeat(40_000), "b".repeat(40_000));
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("long.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(8 + bytes.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(bytes.length)
                        .put(bytes)
                        .array());

        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(MalformedSafeTensorsException.class)
                .hasMessageContaining("aaa... has the type")
                .message()
                .hasSizeLessThan(500);
    }
}
