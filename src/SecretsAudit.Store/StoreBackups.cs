using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store;

/// <summary>Backups of a store: written and put back while it serves, or made a store of their own.</summary>
public static class StoreBackups
{
    extension(ReferenceStore store)
    {
        /// <summary>
        /// Writes a consistent copy of the store to a new folder while it serves: reads go on, writes wait for it. The root key is not in it;
        /// keep that elsewhere.
        /// </summary>
        /// <exception cref="InvalidOperationException">The store has no data folder.</exception>
        /// <exception cref="IOException">The folder exists already.</exception>
        /// <exception cref="StoreUnavailableException">The copy could not be written.</exception>
        public async Task BackupAsync(string path, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            cancellationToken.ThrowIfCancellationRequested();
            await store.Backup("A store without a data folder has nothing to back up.").WriteAsync(path).ConfigureAwait(false);
        }

        /// <summary>
        /// Puts the store back to a backup while it serves, in one durable step. The audit trail is not turned back, and the clock never is.
        /// </summary>
        /// <param name="path">The folder that a backup made.</param>
        /// <param name="rootKey">The root key of the time of the backup.</param>
        /// <param name="cancellationToken">Stops before anything is changed.</param>
        /// <exception cref="RootKeyException">The root key is not the backup's.</exception>
        /// <exception cref="StoreDamagedException">The backup is of another store, damaged, or none; nothing was changed.</exception>
        public async Task RestoreAsync(string path, RootKeySource rootKey, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(rootKey);
            await store.Backup("A store without a data folder cannot be restored.").RestoreAsync(path, rootKey, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Makes a store of a backup in a folder that is not there yet, or empty.</summary>
        /// <param name="backup">The folder that a backup made.</param>
        /// <param name="directory">The new store's folder.</param>
        /// <param name="rootKey">The root key of the time of the backup; the new store opens with it.</param>
        /// <exception cref="RootKeyException">The root key is not the backup's; nothing was written.</exception>
        /// <exception cref="StoreDamagedException">The backup is damaged, or none; nothing was written.</exception>
        /// <exception cref="IOException">The folder holds something already, or cannot be written.</exception>
        public static void RestoreToNewFolder(string backup, string directory, RootKeySource rootKey)
        {
            ArgumentException.ThrowIfNullOrEmpty(backup);
            ArgumentException.ThrowIfNullOrEmpty(directory);
            ArgumentNullException.ThrowIfNull(rootKey);
            StoreBackup.RestoreToNewFolder(backup, directory, rootKey);
        }
    }
}
