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
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a piece as sound, a picture, MIDI or notation. */
@Command(
        name = "render",
        description = "Renders a piece as sound, a picture, MIDI or notation.",
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

    @Option(names = "--to", required = true, paramLabel = "wav|png|svg|midi|musicxml|abc", description = "The format.")
    private Target target = Target.WAV;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file; default: beside the piece. A name ending in .mxl gives compressed MusicXML.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private SoundOption sound = new SoundOption();

    @Option(names = "--overwrite", description = "Replace the file if it exists.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        Path to = out.orElseGet(this::beside);
        requireFree(to, overwrite);
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
