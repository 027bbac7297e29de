package diabolo.cli;

import diabolo.abc.AbcWriter;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.file.FolderFiles;
import diabolo.inspection.FileInspection;
import diabolo.inspection.Verdict;
import diabolo.midi.MidiWriter;
import diabolo.musicxml.MusicXmlWriter;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.operation.FileSources;
import diabolo.picture.PianoRollPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

        private static final int MOST_NOTICES = 10;

        /** What lies beside pieces that were made here. */
        private static final Pattern NO_MUSIC = Pattern.compile("(?i).*\\.(json|png|svg|wav|html|csv|md|txt|yaml)");

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of music, and folders of them.")
        private List<Path> files = List.of();

        @Option(names = "--json", description = "As JSON, one object per line.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            List<Path> all = expanded();
            boolean isOne = all.size() == 1;
            Map<Verdict.Status, Integer> counts = new EnumMap<>(Verdict.Status.class);
            Map<String, Integer> notices = new TreeMap<>();
            try (ProgressLine progress = new ProgressLine(messages())) {
                for (int i = 0; i < all.size(); i++) {
                    progress.show("inspecting %d of %d".formatted(i + 1, all.size()));
                    Verdict verdict = FileInspection.inspect(all.get(i));
                    counts.merge(verdict.status(), 1, Integer::sum);
                    verdict.findings().stream()
                            .filter(finding -> !finding.kind().isProblem())
                            .forEach(finding -> notices.merge(finding.message(), 1, Integer::sum));
                    Verdict shown = isOne || isVerbose() ? verdict : verdict.ofProblems();
                    results().println(json ? JsonMapper.shared().writeValueAsString(verdict) : shown.inWords());
                }
            }
            if (!isOne) {
                summarize(all.size(), counts, notices);
            }
            return counts.containsKey(Verdict.Status.REFUSED) ? REFUSED : DONE;
        }

        private List<Path> expanded() throws IOException {
            List<Path> all = new ArrayList<>();
            for (Path given : files) {
                if (Files.isDirectory(given)) {
                    FolderFiles.in(given).files().values().stream()
                            .filter(file -> !NO_MUSIC.matcher(file.toString()).matches())
                            .forEach(all::add);
                } else {
                    all.add(given);
                }
            }
            if (all.isEmpty()) {
                throw new IOException("%s holds no files of music; name another folder.".formatted(files.getFirst()));
            }
            return all;
        }

        private void summarize(int count, Map<Verdict.Status, Integer> counts, Map<String, Integer> notices) {
            messages()
                    .println("%s: %s."
                            .formatted(
                                    Plural.of(count, "file"),
                                    counts.entrySet().stream()
                                            .map(entry -> entry.getValue() + " "
                                                    + entry.getKey().words())
                                            .collect(Collectors.joining(", "))));
            if (!notices.isEmpty() && !isVerbose()) {
                messages().println("Harmless in some of them (--verbose shows in which):");
                notices.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(MOST_NOTICES)
                        .forEach(notice ->
                                messages().println("  %d x %s".formatted(notice.getValue(), notice.getKey())));
            }
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
