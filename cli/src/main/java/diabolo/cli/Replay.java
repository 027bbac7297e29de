package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.latent.Provenance;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.operation.FileSources;
import diabolo.operation.Operation;
import diabolo.operation.OperationJson;
import diabolo.operation.PictureSources;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a generated piece again from the JSON beside it, or does an operation that stands in JSON. */
@Command(
        name = "replay",
        description =
                "Makes a piece again, byte for byte, from the JSON beside it, or does what `--print-operation` of a verb printed.",
        footer = {"%nExample:", "  diabolo replay music/piece-0001.json --out again"})
final class Replay extends Verb {

    private static final long MOST_BYTES = 64 << 20;
    private static final Path FOLDER = Path.of("pieces", "again");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(paramLabel = "JSON", description = "What was written beside a piece, or an operation.")
    private Path json = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "The model's folder, if it is not one of Diabolo's.")
    private @Nullable String model;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        JsonNode written = read();
        if (OperationJson.isOne(written)) {
            make(written);
        } else {
            render(Provenance.of(written, json));
        }
        return DONE;
    }

    private void make(JsonNode written) throws IOException {
        Path folder = ModelFolders.find(model == null ? ModelFolders.DEFAULT : model);
        ModelFolder loaded = ModelFolder.load(folder);
        switch (loaded.description().format()) {
            case FrameFormat.Music _ -> {
                try (LatentSpace space = LatentSpace.of(loaded)) {
                    Sources files = new FileSources(space, folder, this::notice);
                    Operation operation = OperationJson.read(written, files);
                    output.open(FOLDER, results()).make(space, operation, messages());
                }
            }
            case FrameFormat.Image _ -> {
                try (ImageSpace space = ImageSpace.of(loaded)) {
                    Operation operation = OperationJson.read(written, new PictureSources(space));
                    output.openImages(FOLDER, results()).make(space, operation);
                }
            }
            case FrameFormat.Vector _ -> throw loaded.description().notOfMusic();
        }
    }

    private void render(Provenance provenance) throws IOException {
        ModelFolder loaded = ModelFolder.load(ModelFolders.find(model == null ? provenance.model() : model));
        if (!loaded.hash().equals(provenance.modelHash())) {
            throw new IOException(
                    "%s was made by another %s than this one; name the folder of the model that made it with --model."
                            .formatted(json, provenance.model()));
        }
        String name = name();
        switch (loaded.description().format()) {
            case FrameFormat.Music _ -> {
                try (LatentSpace space = LatentSpace.of(loaded)) {
                    PieceOutput pieces = output.open(FOLDER, results());
                    pieces.requireFree(List.of(name));
                    pieces.write(name, space.render(provenance.recipe()));
                }
            }
            case FrameFormat.Image _ -> {
                try (ImageSpace space = ImageSpace.of(loaded)) {
                    ImageOutput images = output.openImages(FOLDER, results());
                    images.requireFree(List.of(name));
                    images.write(name, space.render(provenance.recipe()));
                }
            }
            case FrameFormat.Vector _ -> throw loaded.description().notOfMusic();
        }
    }

    private String name() {
        String file = String.valueOf(json.getFileName());
        return file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
    }

    private JsonNode read() throws IOException {
        if (Files.isDirectory(json)) {
            throw new IOException(json + " is a folder; name the JSON beside a piece in it.");
        }
        if (Files.size(json) > MOST_BYTES) {
            throw new IOException("%s has %d bytes, more than any such file; name the JSON beside a piece."
                    .formatted(json, Files.size(json)));
        }
        try {
            return JSON.readTree(Files.readAllBytes(json));
        } catch (JacksonException malformed) {
            throw new IOException(Provenance.foreign(json), malformed);
        }
    }
}
