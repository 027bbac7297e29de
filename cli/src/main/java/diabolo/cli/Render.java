package diabolo.cli;

import diabolo.abc.AbcWriter;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.midi.MidiWriter;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.NoteSequence;
import diabolo.operation.FileSources;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes sound, a picture, MIDI or notation of a piece. */
@Command(
        name = "render",
        description = "Makes sound, a picture, MIDI or notation of a piece.",
        footer = {"%nExample:", "  diabolo render rag.xml --to wav"})
final class Render extends Verb {

    /** What can be made. */
    enum Target {
        WAV,
        PNG,
        SVG,
        MIDI,
        MUSICXML,
        ABC;

        String extension() {
            return this == MIDI ? "mid" : name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE", description = "A piece as MIDI, MusicXML or ABC.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "wav|png|svg|midi|musicxml|abc",
            description = "What to make.")
    private Target target = Target.WAV;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write; else one beside the piece. MusicXML is compressed in a file .mxl.")
    private @Nullable Path out;

    @Mixin
    private SoundOption sound = new SoundOption();

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Path to = out == null ? beside() : out;
        if (Files.exists(to) && !overwrite) {
            throw new IOException(
                    "%s exists already; choose another name with --out, or replace it with --overwrite.".formatted(to));
        }
        NoteSequence piece = FileSources.readMusic(file, this::notice);
        write(piece, to);
        results().println(to);
        return DONE;
    }

    private void write(NoteSequence piece, Path to) throws IOException {
        switch (target) {
            case WAV -> WavWriter.write(sound.synthesizer().render(piece), WavFormat.STEREO, to);
            case PNG -> PianoRollPicture.of(piece).writePng(to);
            case SVG -> PianoRollPicture.of(piece).writeSvg(to);
            case MIDI -> MidiWriter.write(piece, to);
            case MUSICXML -> MusicXmlWriter.write(piece, to);
            case ABC -> AbcWriter.write(piece, to);
        }
    }

    private Path beside() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "." + target.extension());
    }
}
