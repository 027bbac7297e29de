package diabolo.cli;

import diabolo.inpainting.InpaintedProvenance;
import diabolo.inpainting.InpainterFile;
import diabolo.latent.Provenance;
import diabolo.model.Inpainter;
import diabolo.model.ModelFolders;
import diabolo.model.UniqueNames;
import diabolo.operation.OperationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes a generated piece again from the JSON beside it, or does an operation in JSON. */
@Command(
        name = "replay",
        description = "Makes a piece again, byte for byte, from the JSON beside it, or does a printed operation.",
        footer = {"%nExample:", "  diabolo replay pieces/piece-0001.json --out again"})
final class Replay extends Verb {

    private static final long MOST_BYTES = 64 << 20;
    private static final String GENERATED = "generate";
    private static final Path FOLDER = Path.of("pieces", "again");

    @Parameters(paramLabel = "JSON", description = "The JSON beside a piece, or what --print-operation printed.")
    private Path json = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "The model's folder, if it is not one of Diabolo's.")
    private Optional<String> model = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        JsonNode written = read();
        if (OperationJson.isOne(written)) {
            make(written);
        } else {
            Optional<LineModel> lines = LineModel.named(written.path("model").asString(""));
            if (lines.isPresent()) {
                sample(lines.get(), written);
            } else {
                render(Provenance.of(written, json));
            }
        }
        return DONE;
    }

    private void sample(LineModel lines, JsonNode written) throws IOException {
        if (model.isPresent()) {
            throw wrongUsage(
                    "--model is not for a piece of %s, which is in the library; leave it out".formatted(lines.word));
        }
        InpaintedProvenance provenance;
        try {
            provenance = UniqueNames.JSON.treeToValue(written, InpaintedProvenance.class);
        } catch (JacksonException | NullPointerException malformed) {
            throw new IOException(Provenance.foreign(json), malformed);
        }
        if (!provenance.recipe().operation().equals(GENERATED)) {
            throw new IOException("%s is of a piece that was made from another; give that one to diabolo %s again."
                    .formatted(json, provenance.recipe().operation()));
        }
        NotatedOutput pieces = output.openNotated(FOLDER, this);
        pieces.requireFree(name());
        LineModel.Wanted wanted = LineModel.Wanted.of(provenance.recipe(), json);
        try (Inpainter inpainter = lines.open()) {
            if (!InpainterFile.hash(inpainter).equals(provenance.modelHash())) {
                throw new IOException(
                        "%s was made by another %s than this one; replay it with the Diabolo that made it."
                                .formatted(json, lines.word));
            }
            LineModel.Piece piece = lines.make(wanted, inpainter);
            pieces.write(name(), piece.music(), piece.provenance(), piece.words());
        }
        pieces.finish();
    }

    private void make(JsonNode written) throws IOException {
        try (OpenModel open = OpenModel.of(ModelFolders.find(model.orElse(ModelFolders.DEFAULT)))) {
            var operation = OperationJson.read(written, open.files(this));
            output.open(open, FOLDER, this).make(operation);
        }
    }

    private void render(Provenance provenance) throws IOException {
        try (OpenModel open = OpenModel.of(ModelFolders.find(model.orElse(provenance.model())))) {
            if (!open.model().hash().equals(provenance.modelHash())) {
                throw new IOException(
                        "%s was made by another %s than this one; name the folder of the model that made it with --model."
                                .formatted(json, provenance.model()));
            }
            Output pieces = output.open(open, FOLDER, this);
            pieces.requireFree(List.of(name()));
            pieces.write(name(), provenance.recipe());
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
            return UniqueNames.JSON.readTree(Files.readAllBytes(json));
        } catch (JacksonException malformed) {
            throw new IOException(
                    UniqueNames.repeated(malformed)
                            .map(repeated -> json + ": " + repeated + ".")
                            .orElse(Provenance.foreign(json)),
                    malformed);
        }
    }
}
