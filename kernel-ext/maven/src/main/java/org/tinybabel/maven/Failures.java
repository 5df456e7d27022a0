package org.tinybabel.maven;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.model.building.ModelBuildingException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.tinybabel.kernel.magic.MagicException;

/** Says in one or two sentences what Maven's resolver says in pages. */
final class Failures {

    private static final int MOST_CAUSES = 20;

    private Failures() {}

    static MagicException of(Exception failure, List<RemoteRepository> asked) {
        var all = causes(failure);
        for (var cause : all) {
            if (cause instanceof RepositoryOfflineException) {
                return new MagicException(
                        "Maven is set to work offline (settings.xml), and " + missing(all, "a file that is needed")
                                + " is not in the local repository.",
                        failure);
            } else if (cause instanceof ModelBuildingException model) {
                return new MagicException(
                        "The POM cannot be used: "
                                + model.getProblems().stream()
                                        .map(problem -> problem.getMessage())
                                        .distinct()
                                        .limit(3)
                                        .collect(Collectors.joining("; ")),
                        failure);
            } else if (cause instanceof VersionRangeResolutionException) {
                return new MagicException("No version fits: " + cause.getMessage(), failure);
            }
        }
        var innermost = all.get(all.size() - 1);
        var notFound = all.stream().anyMatch(ArtifactNotFoundException.class::isInstance);
        var name = missing(all, "A library");
        if (notFound) {
            return new MagicException(
                    name + " was not found. Is each part of its name right? Asked were " + names(asked)
                            + ". Another repository can be added with %mavenRepo.",
                    failure);
        }
        return new MagicException(
                name + " cannot be fetched: " + reason(innermost) + " Asked were " + names(asked)
                        + ". Check the connection, or the proxy and mirrors in Maven's settings.xml.",
                failure);
    }

    /** The failure, what it collected, and what caused it, outermost first. */
    private static List<Throwable> causes(Throwable failure) {
        var all = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && all.size() < MOST_CAUSES; cause = cause.getCause()) {
            all.add(cause);
        }
        return all;
    }

    private static String missing(List<Throwable> causes, String otherwise) {
        var names = new LinkedHashSet<String>();
        for (var cause : causes) {
            if (cause instanceof ArtifactResolutionException resolution) {
                resolution.getResults().stream()
                        .filter(result -> !result.isResolved())
                        .forEach(result -> names.add(name(result.getRequest().getArtifact())));
            } else if (cause instanceof ArtifactDescriptorException descriptor && names.isEmpty()) {
                names.add(name(descriptor.getResult().getRequest().getArtifact()));
            } else if (cause instanceof DependencyCollectionException) {
                names.clear();
            }
        }
        return names.isEmpty() ? otherwise : String.join(", ", names);
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion()
                + (artifact.getClassifier().isBlank() ? "" : " (" + artifact.getClassifier() + ")");
    }

    private static String names(List<RemoteRepository> repositories) {
        return repositories.stream()
                .map(repository -> repository.getId() + " (" + repository.getUrl() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String reason(Throwable cause) {
        if (cause instanceof java.net.UnknownHostException) {
            return "the address " + cause.getMessage() + " is not known; there seems to be no network.";
        }
        var message = String.valueOf(cause.getMessage()).strip();
        return message + (message.endsWith(".") ? "" : ".");
    }
}
