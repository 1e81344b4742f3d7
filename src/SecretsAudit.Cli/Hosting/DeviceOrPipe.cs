namespace SecretsAudit.Cli.Hosting;

/// <summary>Tells what has a path and is neither a file nor a folder: a file must not replace it, and reading it may never end.</summary>
internal static class DeviceOrPipe
{
    /// <summary>Whether a path is one of a device, or one that the kernel makes up for a process (<c>/dev/stdout</c>, a shell's <c>&lt;(…)</c>).</summary>
    public static bool IsOfKernel(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>Whether a path leads to a device or a pipe. A pipe is opened for it, both ways, so that nobody waits.</summary>
    public static bool Is(string path)
    {
        if (!File.Exists(path))
            return false;
        if (IsOfKernel(path))
            return true;
        // A pipe has no length, as an empty file; but one cannot seek in it.
        if (new FileInfo(path).Length > 0)
            return false;
        try
        {
            using var opened = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return !opened.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            // Whoever may read an empty file only learns nothing from it either way.
            return false;
        }
    }
}
