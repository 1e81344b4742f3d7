namespace SecretsAudit.Worker.Hosting;

/// <summary>The worker's folder, held for one worker at a time.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private readonly FileStream _lock;

    private WorkerFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The file of the run history.</summary>
    public string HistoryFile => System.IO.Path.Combine(Path, "history.db");

    /// <summary>The file of the schedule.</summary>
    public string ScheduleFile => System.IO.Path.Combine(Path, "schedule.db");

    /// <summary>Makes the folder when absent and takes it.</summary>
    /// <exception cref="WorkerConfigurationException">It cannot be written, or another worker holds it.</exception>
    public static WorkerFolder Take(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            // The history tells where the estate is weak: nobody else may read it.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(full);
            else
                Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WorkerConfigurationException($"The data folder {full} cannot be made: {error.Message}", error);
        }

        try
        {
            return new(full, new FileStream(System.IO.Path.Combine(full, "worker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new WorkerConfigurationException($"The data folder {full} cannot be written: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new WorkerConfigurationException($"The data folder {full} is in use by another worker, or cannot be written: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
