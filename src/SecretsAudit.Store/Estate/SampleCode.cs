using System.Text;
using System.Text.RegularExpressions;

namespace SecretsAudit.Store.Estate;

/// <summary>
/// The source tree of one of the sample company's services, with credentials in it. The files are kept with two kinds of marks, which are gone
/// when they are written out: what an audit must say about a line stands at its end, and a credential is split so that no scanner of
/// this repository takes it for one.
/// </summary>
public static partial class SampleCode
{
    private const string Prefix = "estate-code/";
    private const string Suffix = ".sample";
    private const string Split = "⟨⟩";

    /// <summary>Every file's path from the tree's root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. typeof(SampleCode).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length].Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Writes the tree into a folder, which is made when it is not there.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (var file in Files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, Text(file), cancellationToken);
        }
    }

    /// <summary>A file's text as it is written out.</summary>
    public static string Text(string file) => Mark().Replace(Marked(file), "").Replace(Split, "", StringComparison.Ordinal);

    /// <summary>What a scan must find, and what only looks like a credential.</summary>
    public static CodeAnswerKey Answers()
    {
        var answers = Files.SelectMany(Answers).ToLookup(answer => answer.IsPlanted, answer => answer.Answer);
        return new([.. answers[true]], [.. answers[false]]);
    }

    private static IEnumerable<(bool IsPlanted, CodeAnswer Answer)> Answers(string file)
    {
        var number = 0;
        foreach (var line in Marked(file).Split('\n'))
        {
            number++;
            if (Mark().Match(line) is { Success: true } mark)
                yield return (mark.Groups["label"].ValueSpan is "planted", new(file, number, mark.Groups["why"].Value));
        }
    }

    private static string Marked(string file)
    {
        var assembly = typeof(SampleCode).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{Prefix}{file}{Suffix}")
            ?? throw new ArgumentException($"The sample tree has no file {file}.", nameof(file));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(" ⟦(?<label>planted|innocent): (?<why>[^⟧\n]+)⟧(?=\n|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
