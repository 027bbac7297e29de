package diabolo.tensor;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.bytedeco.javacpp.ClassProperties;
import org.bytedeco.javacpp.Loader;

/**
 * A native library in a jar, and its place in JavaCPP's cache.
 *
 * @param preset the class that declares it
 * @param name as JavaCPP writes it: {@code openblas@.0#openblas_nolapack@.0} is version 0, unpacked under another name
 * @param source the entry of the jar; another name follows a number sign
 * @param place the path in the cache: the name of the jar, which contains its version, and the path in the jar
 * @param time of the entry's modification; JavaCPP recognizes unpacked files by size and time
 */
record NativeLibrary(Class<?> preset, String name, URL source, Path place, long size, FileTime time) {

    /** Empty if no jar has it, as for libraries of the system or of another platform. */
    static Optional<NativeLibrary> find(Class<?> preset, ClassProperties properties, String name) throws IOException {
        URL[] sources = Loader.findLibrary(preset, properties, name); // as JavaCPP tries them
        return sources.length > 0 && open(sources[0]) instanceof JarURLConnection jar
                ? Optional.of(of(preset, name, sources[0], jar))
                : Optional.empty();
    }

    private static NativeLibrary of(Class<?> preset, String name, URL source, JarURLConnection jar) throws IOException {
        JarEntry entry = jar.getJarEntry();
        Path inJar = Path.of(entry.getName());
        Path named = source.getRef() == null ? inJar : inJar.resolveSibling(source.getRef());
        String jarName = new File(jar.getJarFile().getName()).getName();
        FileTime time = FileTime.fromMillis(entry.getTime());
        return new NativeLibrary(preset, name, source, Path.of(jarName).resolve(named), entry.getSize(), time);
    }

    /** Whether JavaCPP would use the file in this cache rather than unpack it again. */
    boolean isWholeIn(Path cache) throws IOException {
        Path file = cache.resolve(place);
        return Files.isRegularFile(file, NOFOLLOW_LINKS)
                && Files.size(file) == size
                && Files.getLastModifiedTime(file).toMillis() == time.toMillis();
    }

    void unpackInto(Path folder) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream content = open(source).getInputStream()) {
            Files.copy(content, file);
        }
        Files.setLastModifiedTime(file, time);
    }

    private static URLConnection open(URL source) throws IOException {
        return URI.create(source.toString().split("#", 2)[0]).toURL().openConnection();
    }
}
