using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>A file of a program: its characters are read, and parsed when something asks for its tree, which for most files nothing does.</summary>
internal sealed class ProgramFile
{
    private readonly Lazy<SyntaxTree> _tree;
    private readonly string? _text;
    private readonly TreeFacts? _facts;

    /// <summary>A file that nobody has parsed.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="parse">Parses it.</param>
    public ProgramFile(string path, string text, Func<SyntaxTree> parse)
    {
        Path = path;
        Length = text.Length;
        _text = text;
        _facts = TreeFacts.Read(text);
        _tree = new(parse);
    }

    /// <summary>A file that a compiler has parsed.</summary>
    public ProgramFile(SyntaxTree tree)
    {
        Path = tree.FilePath;
        Length = tree.Length;
        _tree = new(() => tree);
    }

    public string Path { get; }

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    public SyntaxTree Tree => _tree.Value;

    /// <summary>What is in it.</summary>
    public string Text(CancellationToken cancellationToken) => _text ?? Tree.GetText(cancellationToken).ToString();

    /// <summary>What its characters alone say.</summary>
    public TreeFacts Facts(CancellationToken cancellationToken) => _facts ?? TreeFacts.Of(Tree, cancellationToken);
}
