using System.Threading;
using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Lexing;

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

    /// <summary>
    /// Whether a member by this name may be declared in it: the name stands there behind a type's, and not behind a dot. A compiler's file is not
    /// searched; there it is cheaper to ask. Where a name is still to be typed, it may be any.
    /// </summary>
    public bool MayDeclare(string name)
    {
        if (_text is null || name.Length == 0)
            return true;

        for (var at = _text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((end == _text.Length || !SourceLexer.IsNamePart(_text[end])) && IsBehindType(_text, at))
                return true;
        }

        return false;
    }

    /// <summary>What its characters alone say.</summary>
    public TreeFacts Facts(CancellationToken cancellationToken) => _facts ?? TreeFacts.Of(Tree, cancellationToken);

    // A member's type ends in a name, or in one of > ] ? * ); before a call stand marks, and words that no type has.
    private static bool IsBehindType(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] <= ' ')
            end--;
        if (end == 0 || text[end - 1] is '.' or '(' or '=' or '{' or '}' or ';' or '!' or '&' or '|' or '+' or ':' or '<')
            return false;

        var start = end;
        while (start > 0 && SourceLexer.IsNamePart(text[start - 1]))
            start--;
        return start == end || (end < at && text.Substring(start, end - start) is not ("return" or "await" or "throw" or "new" or "case" or "in" or "is" or "as" or "else" or "when"));
    }
}
