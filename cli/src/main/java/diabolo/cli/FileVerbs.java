package diabolo.cli;

import diabolo.abc.AbcWriter;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.inspection.FileInspection;
import diabolo.inspection.Verdict;
import diabolo.midi.MidiWriter;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.NoteSequence;
import diabolo.operation.FileSources;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** The verbs on files of music, which need no model. */
final class FileVerbs {

    private FileVerbs() {}

    /** Prints of each file what was read, what was not, why, and how to repair it. */
    @Command(
            name = "inspect",
            description = "Checks files of music: what was read, left out or refused, and why.",
            footer = {"%nExample:", "  diabolo inspect *.mid --json"})
    static final class InspectVerb extends Verb {

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of music.")
        private List<Path> files = List.of();

        @Option(names = "--json", description = "As JSON, one object per line.")
        private boolean json;

        @Override
        public Integer call() {
            boolean refused = false;
            for (Path file : files) {
                Verdict verdict = FileInspection.inspect(file);
                refused |= verdict.status() == Verdict.Status.REFUSED;
                results().println(json ? JsonMapper.shared().writeValueAsString(verdict) : verdict.inWords());
            }
            return refused ? REFUSED : DONE;
        }
    }

    /** Renders a piece as sound, a picture, MIDI or notation. */
    @Command(
            name = "render",
            description = "Renders a piece as sound, a picture, MIDI or notation.",
            footer = {"%nExample:", "  diabolo render rag.xml --to wav"})
    static final class RenderVerb extends Verb {

        /** What can be made. */
        enum Target {
            WAV,
            PNG,
            SVG,
            MIDI,
            MUSICXML,
            ABC
        }

        @Parameters(paramLabel = "FILE", description = "A piece as MIDI, MusicXML or ABC.")
        private Path file = Path.of("");

        @Option(
                names = "--to",
                required = true,
                paramLabel = "wav|png|svg|midi|musicxml|abc",
                description = "The format.")
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
            String extension = target == Target.MIDI ? "mid" : target.name().toLowerCase(Locale.ROOT);
            return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "." + extension);
        }
    }
}
