package org.tinybabel.maven;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.MavenUserHome;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;

/** Follows the settings also where they say {@code <offline>true</offline>}, which MIMA leaves to its caller. */
final class OfflineAwareRuntime extends StandaloneStaticRuntime {

    @Override
    protected DefaultRepositorySystemSession newRepositorySession(
            ContextOverrides overrides,
            MavenUserHome home,
            RepositorySystem system,
            Settings settings,
            SettingsDecrypter decrypter) {
        var session = super.newRepositorySession(overrides, home, system, settings, decrypter);
        session.setOffline(session.isOffline() || settings.isOffline());
        return session;
    }
}
