using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>A file of a program: its characters are read at once, and parsed when something asks for its tree, which for most files nothing does.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What is in it.</param>
/// <param name="parse">Parses it.</param>
internal sealed class ProgramFile(string path, string text, Func<SyntaxTree> parse)
{
    private readonly Lazy<SyntaxTree> _tree = new(parse);

    public string Path { get; } = path;

    public string Text { get; } = text;

    public TreeFacts Facts { get; } = TreeFacts.Read(text);

    public SyntaxTree Tree => _tree.Value;
}
