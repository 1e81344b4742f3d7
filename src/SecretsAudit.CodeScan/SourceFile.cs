using SecretsAudit.CodeScan.Trees;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Reads the files of a tree.</summary>
/// <param name="largest">Larger files are not read, in bytes.</param>
/// <param name="report">Takes what could not be read.</param>
internal sealed class SourceFile(long largest, Action<Gap> report)
{
    /// <summary>A file's length; null, with a gap, when it cannot be read or is larger than what is read.</summary>
    public long? LengthOf(SourcePath file) => Guarded<long?>(file, () =>
    {
        var length = new FileInfo(file.Full).Length;
        if (length <= largest)
            return length;
        if (IsText(file.Full))
            report(Unread(file.Relative, GapKind.LimitReached, $"it has {length} bytes, more than the {largest} that are read", "Scan it by itself, or split it."));
        return null;
    });

    /// <summary>A file's content; null, with a gap, when it cannot be read.</summary>
    public byte[]? Read(SourcePath file) => Guarded(file, () => File.ReadAllBytes(file.Full));

    /// <summary>A gap for a file.</summary>
    public static Gap Unread(string path, GapKind kind, string reason, string remedy) =>
        new() { Operation = "scan", Subject = path, Reason = reason.Length <= 500 ? reason : reason[..500], Remedy = remedy, Kind = kind };

    private static bool IsText(string path)
    {
        var start = new byte[8000];
        using var file = File.OpenRead(path);
        return SourceText.Of(path, start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false))) is not null;
    }

    private T? Guarded<T>(SourcePath file, Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            report(Unread(file.Relative, refused is UnauthorizedAccessException ? GapKind.Denied : GapKind.Failed, refused.Message, "Let the scanning user read it."));
            return default;
        }
    }
}
