using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Journal;

/// <summary>Writes a store's folder to a backup and puts a backup back, both while the store serves.</summary>
internal sealed class StoreBackup(StoreState state, Writer writer, AuditTrail trail, StoreFolder folder)
{
    /// <summary>Writes a consistent copy to a new folder; it appears under its name when it is whole.</summary>
    /// <exception cref="IOException">The folder exists already.</exception>
    /// <exception cref="StoreUnavailableException">The copy could not be written.</exception>
    public async Task WriteAsync(string path)
    {
        if (Path.Exists(path))
        {
            throw new IOException($"{path} exists already; a backup goes to a new folder.");
        }

        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + ".part";
        StoreFolder.CreateOwned(target);
        try
        {
            await writer.CopyToAsync(target).ConfigureAwait(false);
            await trail.CopyToAsync(target).ConfigureAwait(false);
            folder.CopyFormatTo(target);
            Directory.Move(target, path);
        }
        catch
        {
            Directory.Delete(target, recursive: true);
            throw;
        }
    }

    /// <summary>Puts the store back to a backup in one durable step; the trail and the clock stay.</summary>
    /// <exception cref="RootKeyException">The root key is not the backup's.</exception>
    /// <exception cref="StoreDamagedException">The backup is of another store, damaged, or none; nothing was changed.</exception>
    public async Task RestoreAsync(string path, RootKeySource rootKey, CancellationToken cancellationToken)
    {
        using var key = StoreFolder.KeyOf(path, rootKey);
        if (!key.IsSameAs(folder.Key))
        {
            throw new StoreDamagedException($"{path} is the backup of another store; open it as a store of its own.");
        }

        var rows = SqliteJournal.Read(path, new RowCodec(key)).Where(row => row is not ClockRow).ToDictionary(row => row.Id);
        cancellationToken.ThrowIfCancellationRequested();
        await writer.SubmitAsync(transaction =>
        {
            foreach (var gone in state.Rows.Where(row => !rows.ContainsKey(row.Id)))
            {
                transaction.Delete(gone.Id);
            }

            foreach (var row in rows.Values)
            {
                transaction.Put(row);
            }

            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>Makes a store of a backup in a folder that is not there yet, or empty.</summary>
    /// <exception cref="RootKeyException">The root key is not the backup's; nothing was written.</exception>
    /// <exception cref="StoreDamagedException">The backup is damaged, or none; nothing was written.</exception>
    /// <exception cref="IOException">The folder holds something already, or cannot be written.</exception>
    public static void RestoreToNewFolder(string backup, string directory, RootKeySource rootKey)
    {
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new IOException($"{directory} holds something already.");
        }

        using (var key = StoreFolder.KeyOf(backup, rootKey))
        {
            SqliteJournal.Read(backup, new RowCodec(key));
        }

        StoreFolder.CopyBackup(backup, directory);
    }
}
