package diabolo.cli;

import diabolo.latent.LatentSpace;
import diabolo.model.ModelFolders;
import diabolo.operation.CodeEntry;
import diabolo.operation.Encode;
import diabolo.operation.FileSources;
import diabolo.operation.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The codes of pieces. */
@Command(
        name = "encode",
        description = "Shows the codes of pieces, one for each window of the model.",
        footer = {"%nExample:", "  diabolo encode rag.mid --json > codes.json"})
final class EncodeVerb extends Verb {

    private static final int SHOWN = 8;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pieces as MIDI, MusicXML or ABC.")
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
        try (LatentSpace space = LatentSpace.load(folder)) {
            GivenFiles given = bars.of(new FileSources(space, folder, this::notice));
            List<Source.Music> pieces = new ArrayList<>();
            for (Path file : files) {
                pieces.add(given.music(file));
            }
            Encode.Encoded encoded = new Encode(pieces).on(space);
            encoded.remarks().stream().map(RemarkSentences::of).forEach(messages()::println);
            if (json) {
                results()
                        .println(JsonMapper.shared()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(encoded.codes()));
            } else {
                encoded.codes().forEach(entry -> results().println(line(entry)));
            }
        }
        return DONE;
    }

    private static String line(CodeEntry entry) {
        StringBuilder line = new StringBuilder(
                "%s, window %d, from bar %d:".formatted(entry.file(), entry.window(), entry.firstBar()));
        for (int unit = 0; unit < Math.min(SHOWN, entry.code().length); unit++) {
            line.append(String.format(Locale.ROOT, " %.3f", entry.code()[unit]));
        }
        int hidden = entry.code().length - SHOWN;
        return hidden > 0 ? line + " ... and %d more".formatted(hidden) : line.toString();
    }
}
