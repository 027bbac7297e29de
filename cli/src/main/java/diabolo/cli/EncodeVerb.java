package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.operation.CodeEntry;
import diabolo.operation.Encode;
import diabolo.operation.FileSources;
import diabolo.operation.PictureSources;
import diabolo.operation.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The codes of pieces. */
@Command(
        name = "encode",
        description = "Shows the codes of pieces, one for each window of the model, or of pictures.",
        footer = {
            "%nExamples:",
            "  diabolo encode rag.mid --json > codes.json",
            "  diabolo encode seven.png digits.idx3-ubyte.gz#17 --model runs/digits-vae --json"
        })
final class EncodeVerb extends Verb {

    private static final int SHOWN = 8;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Pieces as MIDI, MusicXML or ABC; for a model of images: " + GivenFiles.PICTURES)
    private List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "M", description = "A model's name or folder (${DEFAULT-VALUE}).")
    private String model = ModelFolders.DEFAULT;

    @Mixin
    private BarsOption bars = new BarsOption();

    @Option(names = "--json", description = "As JSON, which `diabolo decode --latent` reads.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path folder = ModelFolders.find(model);
        ModelFolder loaded = ModelFolder.load(folder);
        switch (loaded.description().format()) {
            case FrameFormat.Music _ -> encodePieces(folder, loaded);
            case FrameFormat.Image _ -> encodePictures(loaded);
            case FrameFormat.Vector _ -> throw loaded.description().notOfMusic();
        }
        return DONE;
    }

    private void encodePieces(Path folder, ModelFolder loaded) throws IOException {
        try (LatentSpace space = LatentSpace.of(loaded)) {
            GivenFiles given = bars.of(new FileSources(space, folder, this::notice));
            List<Source.Music> pieces = new ArrayList<>();
            for (Path file : files) {
                pieces.add(given.music(file));
            }
            Encode.Encoded encoded = new Encode(pieces).on(space);
            encoded.remarks().stream().map(RemarkSentences::of).forEach(messages()::println);
            print(encoded.codes(), EncodeVerb::line);
        }
    }

    private void encodePictures(ModelFolder loaded) throws IOException {
        try (ImageSpace space = ImageSpace.of(loaded)) {
            if (bars.range().isPresent()) {
                throw space.description().notOfMusic();
            }
            PictureSources given = new PictureSources(space);
            List<Source.Picture> pictures = new ArrayList<>();
            for (Path file : files) {
                pictures.add(given.picture(file.toString()));
            }
            print(Encode.pictures(space, pictures), entry -> entry.file() + ":" + numbers(entry.code()));
        }
    }

    private <T> void print(List<T> entries, Function<T, String> line) {
        if (json) {
            results()
                    .println(
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } else {
            entries.forEach(entry -> results().println(line.apply(entry)));
        }
    }

    private static String line(CodeEntry entry) {
        return "%s, window %d, from bar %d:".formatted(entry.file(), entry.window(), entry.firstBar())
                + numbers(entry.code());
    }

    private static String numbers(float[] code) {
        StringBuilder line = new StringBuilder();
        for (int unit = 0; unit < Math.min(SHOWN, code.length); unit++) {
            line.append(String.format(Locale.ROOT, " %.3f", code[unit]));
        }
        int hidden = code.length - SHOWN;
        return hidden > 0 ? line + " ... and %d more".formatted(hidden) : line.toString();
    }
}
