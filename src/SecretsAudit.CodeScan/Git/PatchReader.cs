using System.Globalization;
using System.Text;

namespace SecretsAudit.CodeScan.Git;

/// <summary>Reads which lines a patch without context adds to which content; what they say is not kept.</summary>
/// <seealso href="https://git-scm.com/docs/diff-format#generate_patch_text_with_p"/>
internal static class PatchReader
{
    // A path has at most 4,096 bytes on Linux, each written as four characters at worst; the rest of a longer line is content.
    private const int LongestHead = 17_000;

    /// <summary>The changed files.</summary>
    /// <param name="patch">What <c>git diff -U0 --full-index --src-prefix=a/ --dst-prefix=b/</c> writes.</param>
    public static IEnumerable<ChangedFile> Read(Stream patch)
    {
        string? blob = null;
        string? path = null;
        var isHead = false;
        var added = new List<(int, int)>();
        foreach (var line in Lines(patch))
        {
            // Changed lines begin with a sign of their own; only a head begins with this.
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                if (Finished() is { } file)
                    yield return file;
                (blob, path, isHead, added) = (null, null, true, []);
            }
            else if (isHead && line.StartsWith("index ", StringComparison.Ordinal))
            {
                blob = BlobOf(line);
            }
            else if (isHead && line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                path = PathOf(line[4..]);
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                isHead = false;
                if (LinesOf(line) is { } lines)
                    added.Add(lines);
            }
        }

        if (Finished() is { } last)
            yield return last;

        ChangedFile? Finished() => blob is not null && path is not null && added.Count > 0 ? new(path, blob, added) : null;
    }

    // "index OLD..NEW MODE"; a link's target and a submodule's commit are no file's content, and their mode says so.
    private static string? BlobOf(string line)
    {
        var parts = line.Split(' ');
        var ids = parts[1].Split("..");
        return ids.Length == 2 && (parts.Length < 3 || parts[2].StartsWith("100", StringComparison.Ordinal)) ? ids[1] : null;
    }

    // "@@ -1,0 +2,3 @@": three lines from the second on; without a number, one.
    private static (int First, int Last)? LinesOf(string line)
    {
        var part = line.Split(' ').FirstOrDefault(part => part.StartsWith('+'));
        var numbers = part?[1..].Split(',');
        if (numbers is null || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            return null;
        var count = 1;
        if (numbers.Length > 1 && !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out count))
            return null;
        return count == 0 ? null : (first, first + count - 1);
    }

    private static string? PathOf(string text)
    {
        // A tab ends a name with spaces in it.
        var name = text.StartsWith('"') ? Unquote(text) : text.TrimEnd('\t');
        return name.StartsWith("b/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name[2..])) : null;
    }

    /// <summary>A name as C writes it.</summary>
    private static string Unquote(string quoted)
    {
        var name = new StringBuilder();
        for (var i = 1; i < quoted.Length && quoted[i] != '"'; i++)
        {
            if (quoted[i] != '\\' || i + 1 >= quoted.Length)
            {
                name.Append(quoted[i]);
                continue;
            }

            var escaped = quoted[++i];
            if (escaped is >= '0' and <= '3' && i + 2 < quoted.Length)
            {
                name.Append((char)(((escaped - '0') << 6) | ((quoted[i + 1] - '0') << 3) | (quoted[i + 2] - '0')));
                i += 2;
            }
            else
            {
                name.Append(escaped switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', _ => escaped });
            }
        }

        return name.ToString();
    }

    // A line ends where git ends it: a carriage return inside a changed line begins no line of the patch. A character is a byte.
    private static IEnumerable<string> Lines(Stream patch)
    {
        using var buffered = new BufferedStream(patch, 1 << 16);
        var line = new StringBuilder();
        for (var next = buffered.ReadByte(); next >= 0; next = buffered.ReadByte())
        {
            if (next == '\n')
            {
                yield return line.ToString();
                line.Clear();
            }
            else if (line.Length < LongestHead)
            {
                line.Append((char)next);
            }
        }

        if (line.Length > 0)
            yield return line.ToString();
    }
}
