package org.tinybabel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.AndDependencyFilter;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import org.tinybabel.kernel.magic.ArtifactResolver;
import org.tinybabel.kernel.magic.Coordinates;
import org.tinybabel.kernel.magic.MagicException;

/**
 * Finds libraries with Maven's own resolver, as the user has set up Maven: {@code ~/.m2/settings.xml} with its mirrors,
 * proxies, passwords and profiles, the local repository, and {@code -Dmaven.repo.local}.
 */
public final class MimaResolver implements ArtifactResolver {

    /** Somebody waits in front of a notebook: who does not answer soon is not there. */
    private static final Map<String, Object> PATIENCE = Map.of(
            ConfigurationProperties.CONNECT_TIMEOUT,
            4000,
            ConfigurationProperties.REQUEST_TIMEOUT,
            15000,
            ConfigurationProperties.HTTP_RETRY_HANDLER_COUNT,
            0);

    private final ContextOverrides overrides;
    private final List<RemoteRepository> added = new CopyOnWriteArrayList<>();
    private Optional<Context> context = Optional.empty();

    /** A resolver with the user's settings, which are read when it is first used. */
    public MimaResolver() {
        this(userSettings());
    }

    MimaResolver(ContextOverrides overrides) {
        this.overrides = overrides;
        // Its warnings, such as that a folder has no checksums, go with pages of stack traces.
        System.setProperty("org.slf4j.simpleLogger.log.org.eclipse.aether", "error");
    }

    private static ContextOverrides userSettings() {
        var builder = ContextOverrides.create().withUserSettings(true);
        var local = System.getProperty("maven.repo.local", "");
        if (!local.isBlank()) {
            builder.withLocalRepositoryOverride(Path.of(local));
        }
        return builder.build();
    }

    @Override
    public void addRepository(String id, String url) {
        try {
            if (new URI(url).getScheme() == null) {
                throw new MagicException("\"" + url + "\" is no address of a repository; one is"
                        + " https://repo.example.org/maven or file:///home/me/repository");
            }
        } catch (URISyntaxException e) {
            throw new MagicException("\"" + url + "\" is no address of a repository: " + e.getReason(), e);
        }
        added.removeIf(repository -> repository.getId().equals(id));
        added.add(new RemoteRepository.Builder(id, "default", url).build());
    }

    @Override
    public List<Resolved> resolve(List<Coordinates> wanted, Predicate<Coordinates> present, Watcher watcher) {
        var session = session(watcher);
        var request = new CollectRequest();
        for (var name : wanted) {
            request.addDependency(new Dependency(artifact(name, session), JavaScopes.COMPILE));
        }
        request.setRepositories(repositories(session, List.of()));
        return fetch(session, request, present);
    }

    private static Artifact artifact(Coordinates name, DefaultRepositorySystemSession session) {
        var type = session.getArtifactTypeRegistry().get(name.type());
        return new DefaultArtifact(
                name.group(),
                name.artifact(),
                name.classifier().isBlank() && type != null ? type.getClassifier() : name.classifier(),
                type == null ? name.type() : type.getExtension(),
                name.version(),
                type);
    }

    @Override
    public List<Resolved> resolve(Path pom, Set<String> scopes, Predicate<Coordinates> present, Watcher watcher) {
        var session = session(watcher);
        var project = read(pom);
        var request = new CollectRequest();
        request.setManagedDependencies(project.getManagedDependencies());
        for (var dependency : project.getDependencies()) {
            if (dependency.getArtifact().getVersion().isBlank()) {
                throw new MagicException("The POM gives no version for "
                        + dependency.getArtifact().getGroupId() + ":"
                        + dependency.getArtifact().getArtifactId() + ".");
            }
            if (scopes.contains(dependency.getScope().isBlank() ? JavaScopes.COMPILE : dependency.getScope())) {
                // Whatever was asked for is wanted with all that it needs to run.
                request.addDependency(dependency.setScope(JavaScopes.COMPILE));
            }
        }
        request.setRepositories(repositories(session, project.getRepositories()));
        return fetch(session, request, present);
    }

    private ArtifactDescriptorResult read(Path pom) {
        try {
            var model = new MavenModelReader(context())
                    .readModel(ModelRequest.builder()
                            .setPomFile(pom)
                            .setRepositories(context().remoteRepositories())
                            .build());
            return model.toArtifactDescriptorResult(model.getEffectiveModel());
        } catch (ArtifactDescriptorException | ArtifactResolutionException | VersionResolutionException e) {
            throw Failures.of(e, context().remoteRepositories());
        }
    }

    private List<Resolved> fetch(
            DefaultRepositorySystemSession session, CollectRequest request, Predicate<Coordinates> present) {
        DependencyFilter absent =
                (node, parents) -> node.getArtifact() == null || !present.test(coordinates(node.getArtifact()));
        try {
            var result = context()
                    .repositorySystem()
                    .resolveDependencies(
                            session,
                            new DependencyRequest(
                                    request,
                                    AndDependencyFilter.newInstance(
                                            DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME), absent)));
            return result.getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getExtension().equals("jar"))
                    .map(artifact -> new Resolved(
                            coordinates(artifact), artifact.getFile().toPath()))
                    .toList();
        } catch (DependencyResolutionException e) {
            throw Failures.of(e, request.getRepositories());
        }
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getVersion());
    }

    /** Central and those of the settings, then those of the notebook, then those of the POM; mirrors applied. */
    private List<RemoteRepository> repositories(
            DefaultRepositorySystemSession session, List<RemoteRepository> ofProject) {
        var all = new ArrayList<>(context().remoteRepositories());
        var system = context().repositorySystem();
        all.addAll(system.newResolutionRepositories(session, added));
        for (var repository : ofProject) {
            if (all.stream().noneMatch(each -> each.getId().equals(repository.getId()))) {
                all.addAll(system.newResolutionRepositories(session, List.of(repository)));
            }
        }
        return all;
    }

    @Override
    public void stop() {
        Optional<Context> running;
        synchronized (this) {
            running = context;
            context = Optional.empty();
        }
        running.ifPresent(Context::close);
    }

    private synchronized Context context() {
        if (context.isEmpty()) {
            context = Optional.of(new OfflineAwareRuntime().create(overrides));
        }
        return context.get();
    }

    private DefaultRepositorySystemSession session(Watcher watcher) {
        var session = new DefaultRepositorySystemSession(context().repositorySystemSession());
        var settings = new HashMap<>(PATIENCE);
        // What the user has set for Maven goes first.
        settings.putAll(session.getConfigProperties());
        session.setConfigProperties(settings);
        session.setTransferListener(new WatchedTransfers(watcher));
        // What was not found once may be there now.
        session.setCache(new DefaultRepositoryCache());
        // Who was offline a minute ago may not be so now.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, true));
        return session;
    }
}
