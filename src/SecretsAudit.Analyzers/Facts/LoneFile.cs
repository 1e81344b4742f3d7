using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>A file of which nothing else is known, as in a commit: its characters are read at once, its tree and its symbols when they are needed.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">What is in it.</param>
/// <param name="parse">Parses it.</param>
/// <param name="compile">Compiles it.</param>
internal sealed class LoneFile(string path, string text, Func<SyntaxTree> parse, Func<SyntaxTree, Compilation> compile)
{
    private SyntaxTree? _tree;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public TreeFacts Facts { get; } = TreeFacts.Read(text);

    public Func<SyntaxTree, Compilation> Compile { get; } = compile;

    public SyntaxTree Tree => _tree ??= Parse();

    private SyntaxTree Parse()
    {
        var tree = parse();
        Facts.KeepFor(tree);
        return tree;
    }
}
