using System.Text;

namespace SecretsAudit.Store.Hosting.Control;

/// <summary>
/// Where a serving store hears its owner: a Unix socket in its data folder, which only the owner can enter. Whoever can open it can read
/// the files beside it as well, so it needs no further credentials.
/// </summary>
internal static class ControlSocket
{
    // sun_path has 104 bytes on some systems and 108 on others, its terminating zero included.
    private const int MaxBytes = 103;

    /// <summary>The socket of a data folder; null when the folder's path is too long for one.</summary>
    /// <seealso href="https://man7.org/linux/man-pages/man7/unix.7.html"/>
    public static string? PathIn(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        var path = Path.Combine(Path.GetFullPath(folder), "control.sock");
        return Encoding.UTF8.GetByteCount(path) <= MaxBytes ? path : null;
    }
}
