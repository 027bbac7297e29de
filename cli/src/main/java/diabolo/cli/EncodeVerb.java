package diabolo.cli;

import diabolo.latent.ImageSpace;
import diabolo.latent.LatentSpace;
import diabolo.operation.Encode;
import diabolo.operation.PictureSources;
import diabolo.operation.Selection;
import diabolo.operation.Source;
import diabolo.operation.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private BarsOption bars = new BarsOption();

    @Option(names = "--json", description = "As JSON, which `diabolo decode --latent` reads.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (OpenModel open =
                OpenModel.of(model.folderFor(files, bars.selection(this), ModelOption.Wanted.ANY, this))) {
            switch (open) {
                case OpenModel.OfMusic music -> encodePieces(music.space(), music.files(this));
                case OpenModel.OfImages images -> encodePictures(images.space(), images.files(this));
            }
        }
        return DONE;
    }

    private void encodePieces(LatentSpace space, Sources sources) throws IOException {
        GivenFiles given = bars.of(sources, this);
        List<Source.Music> pieces = new ArrayList<>();
        for (Path file : files) {
            pieces.add(given.music(file));
        }
        Encode.Encoded encoded = new Encode(pieces).on(space);
        encoded.remarks().stream().map(RemarkSentences::of).forEach(messages()::println);
        print(
                encoded.codes(),
                entry -> "%s, window %d, from bar %d:".formatted(entry.file(), entry.window(), entry.firstBar())
                        + numbers(entry.code()));
    }

    private void encodePictures(ImageSpace space, PictureSources sources) throws IOException {
        if (!bars.selection(this).equals(Selection.ALL)) {
            throw space.description().notOfMusic();
        }
        List<Source.Picture> pictures = new ArrayList<>();
        for (Path file : files) {
            pictures.add(sources.picture(file.toString()));
        }
        print(Encode.pictures(space, pictures), entry -> entry.file() + ":" + numbers(entry.code()));
    }

    private <T> void print(List<T> entries, Function<T, String> line) {
        if (json) {
            printJson(entries);
        } else {
            entries.forEach(entry -> results().println(line.apply(entry)));
        }
    }

    private static String numbers(float[] code) {
        String shown = IntStream.range(0, Math.min(SHOWN, code.length))
                .mapToObj(unit -> String.format(Locale.ROOT, " %.3f", code[unit]))
                .collect(Collectors.joining());
        int hidden = code.length - SHOWN;
        return hidden > 0 ? shown + " ... and %d more".formatted(hidden) : shown;
    }
}
