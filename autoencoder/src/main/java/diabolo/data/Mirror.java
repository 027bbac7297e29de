package diabolo.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A copy of data sets that is asked instead of their own sources: a ZIP archive, or a folder here or on a server, laid out as
 * experiments want it or as the sources are, without their hosts.
 *
 * <pre>{@code
 * Mirror.of("http://192.168.1.5:8000/data").sources(set);
 * }</pre>
 *
 * @param address of the archive, or of the folder, with a slash at its end
 */
public record Mirror(URI address) {

    /**
     * From what a user writes.
     *
     * @throws IOException if it is neither an address nor a file or folder that exists
     */
    public static Mirror of(String given) throws IOException {
        try {
            URI address = given.matches("(?i)(https?|file)://?.*") ? URI.create(given) : onThisComputer(given);
            boolean whole = isArchive(address) || address.toString().endsWith("/");
            return new Mirror(whole ? address : URI.create(address + "/"));
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    "%s is no address; name a mirror such as http://localhost:8000, or a folder or ZIP archive."
                            .formatted(given),
                    malformed);
        }
    }

    private static URI onThisComputer(String given) throws IOException {
        Path path = Path.of(given);
        if (!Files.exists(path)) {
            throw new IOException(
                    "%s does not exist; name a mirror such as http://localhost:8000, or a folder or ZIP archive."
                            .formatted(given));
        }
        return path.toAbsolutePath().normalize().toUri();
    }

    private static boolean isArchive(URI address) {
        return String.valueOf(address.getPath()).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Where this has the files of a set. */
    List<Source> sources(DataSet set) {
        if (isArchive(address)) {
            return List.of(new Source.Archive(address));
        }
        List<Source> sources = new ArrayList<>();
        sources.add(new Source.LaidOut(address.resolve("./" + set.name() + "/")));
        for (Source source : set.sources()) {
            URI here = address.resolve("." + source.address().getRawPath());
            sources.add(
                    switch (source) {
                        case Source.Archive _ -> new Source.Archive(here);
                        case Source.Folder folder -> new Source.Folder(here, folder.part());
                        case Source.LaidOut _ -> new Source.LaidOut(here);
                    });
        }
        return sources;
    }
}
