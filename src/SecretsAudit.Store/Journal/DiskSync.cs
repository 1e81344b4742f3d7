using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// Waits until the disk has a file's bytes. On Linux without the file's times, which nobody needs and which would have the sync wait for
/// every other file that the file system's journal happens to write.
/// </summary>
/// <seealso href="https://man7.org/linux/man-pages/man2/fdatasync.2.html"/>
internal static class DiskSync
{
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (FDataSync(file) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    [DllImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FDataSync(SafeFileHandle file);
}
