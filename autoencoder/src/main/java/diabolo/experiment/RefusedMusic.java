package diabolo.experiment;

import diabolo.corpus.FileRefusal;
import diabolo.corpus.Refusal;
import diabolo.corpus.RefusedFiles;
import diabolo.file.AtomicFile;
import diabolo.note.Plural;
import diabolo.report.page.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of music that gave a run no example, and why: without them its figures are others. They are said when the music is read,
 * kept in the run's folder, and shown in its report.
 *
 * <pre>{@code
 * RefusedMusic refused = RefusedMusic.of(data);
 * refused.sentences().forEach(System.err::println);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param files those that are no music, such as a text beside it, are not among them
 */
public record RefusedMusic(List<RefusedFile> files) {

    /**
     * A file that gave no example.
     *
     * @param reason what was found, what is needed, and where possible the way out
     */
    public record RefusedFile(String file, FileRefusal kind, String reason) {

        /** Whether it should have been music, rather than music of another kind. */
        boolean isDamaged() {
            return kind == FileRefusal.DAMAGED || kind == FileRefusal.UNREADABLE;
        }

        String inWords() {
            return "%s: %s".formatted(file, reason);
        }
    }

    static final String FILE = "refused-files.json";
    private static final int MOST_NAMED = 10;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RefusedMusic {
        files = List.copyOf(files);
    }

    /** Of what an experiment learns from; none of images. */
    public static RefusedMusic of(ExperimentData data) {
        return switch (data) {
            case TrainingData music -> of(music.corpus().refusals());
            case Digits _ -> new RefusedMusic(List.of());
        };
    }

    static RefusedMusic of(List<Refusal> refusals) {
        return new RefusedMusic(refusals.stream()
                .filter(refusal -> refusal.kind() != FileRefusal.NO_MUSIC)
                .map(refusal -> new RefusedFile(refusal.file(), refusal.kind(), refusal.reason()))
                .toList());
    }

    /** One for each damaged file, and one that counts the others. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<RefusedFile> damaged = damaged();
        damaged.stream().limit(MOST_NAMED).forEach(file -> sentences.add("Refused: " + file.inWords()));
        if (damaged.size() > MOST_NAMED) {
            sentences.add(
                    "Refused: %d more that are damaged or cannot be read.".formatted(damaged.size() - MOST_NAMED));
        }
        List<RefusedFile> others =
                files.stream().filter(file -> !file.isDamaged()).toList();
        if (!others.isEmpty()) {
            sentences.add("Not used: %s (%s).".formatted(Plural.of(others.size(), "file"), counted(others)));
        }
        return sentences;
    }

    private List<RefusedFile> damaged() {
        return files.stream().filter(RefusedFile::isDamaged).toList();
    }

    private static String counted(List<RefusedFile> files) {
        RefusedFiles counts = RefusedFiles.of(files.stream()
                .map(file -> new Refusal(file.file(), file.kind(), file.reason()))
                .toList());
        return counts.counts().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Says them, and keeps them in the folder of a run. */
    void keep(RunFolder run, ExperimentProgress progress) throws IOException {
        sentences().forEach(progress::message);
        keep(run);
    }

    /** Keeps them in the folder of a run, beside those of other music that it reads. */
    void keep(RunFolder run) throws IOException {
        Set<RefusedFile> all = new LinkedHashSet<>();
        Stream.concat(kept(run).files().stream(), files.stream()).forEach(all::add);
        if (!all.isEmpty()) {
            AtomicFile.write(run.file(FILE), JSON.writeValueAsString(all) + "\n");
        }
    }

    /** Those of a run. */
    static RefusedMusic kept(RunFolder run) throws IOException {
        Path file = run.file(FILE);
        return new RefusedMusic(
                Files.isRegularFile(file)
                        ? JSON.readValue(Files.readString(file), new TypeReference<List<RefusedFile>>() {})
                        : List.of());
    }

    /** Damaged files at the top of a report, all of them among its settings. */
    void addTo(Report report) {
        List<RefusedFile> damaged = damaged();
        if (!damaged.isEmpty()) {
            report.opening(
                    "Damaged: %s of the music could not be used, so that the figures are of less than the whole: %s%s."
                            .formatted(
                                    Plural.of(damaged.size(), "file"),
                                    damaged.stream()
                                            .limit(MOST_NAMED)
                                            .map(file -> "%s (%s)".formatted(file.file(), file.reason()))
                                            .collect(Collectors.joining("; ")),
                                    damaged.size() > MOST_NAMED ? "; and more, below" : ""));
        }
        if (!files.isEmpty()) {
            report.settingsFile(
                    "Music files that were not used, and why: %d".formatted(files.size()),
                    files.stream().map(RefusedFile::inWords).collect(Collectors.joining("\n")));
        }
    }
}
