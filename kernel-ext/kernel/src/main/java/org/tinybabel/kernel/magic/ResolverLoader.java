package org.tinybabel.kernel.magic;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Loads Maven's resolver when it is first needed. Its thirty jars lie in the folder {@code maven} beside the kernel's own
 * jar, off the class path, so that they neither slow the start nor meet the libraries that cells use.
 */
final class ResolverLoader {

    private Optional<ArtifactResolver> resolver = Optional.empty();

    synchronized ArtifactResolver resolver() {
        if (resolver.isEmpty()) {
            resolver = ServiceLoader.load(ArtifactResolver.class, loader()).findFirst();
        }
        return resolver.orElseThrow(() -> new MagicException("This kernel was put together without Maven's resolver:"
                + " fetch the jars yourself and add them with  %jars FOLDER/*.jar"));
    }

    private static ClassLoader loader() {
        var own = ArtifactResolver.class.getClassLoader();
        try {
            var code = Path.of(ArtifactResolver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = code.resolveSibling("maven");
            if (!Files.isDirectory(folder)) {
                // In the kit's own build they are on the class path.
                return own;
            }
            try (var files = Files.list(folder)) {
                var jars = files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .map(ResolverLoader::url)
                        .toArray(URL[]::new);
                return new URLClassLoader("maven", jars, own);
            }
        } catch (URISyntaxException | IOException e) {
            throw new MagicException("Maven's resolver cannot be read: " + e.getMessage(), e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
